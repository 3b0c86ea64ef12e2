import { configWithoutCloudSupport } from '@n8n/node-cli/eslint';

export default [
	// The demo keeps an n8n there, with bundles that take minutes to parse.
	{ ignores: ['.demo/**'] },
	{ ignores: ['.demo/**'] },
	...configWithoutCloudSupport,
	{
		// Nothing of this is shipped: it starts processes and talks to a terminal.
		files: ['bench/**/*.ts', 'chaos/**/*.ts', 'demo/**/*.ts', 'sandbox/**/*.ts', 'test/**/*.ts'],
		rules: {
			'no-console': 'off',
			'@n8n/community-nodes/no-dangerous-functions': 'off',
		},
	},
];
