/** Of what n8n brings along: what keeps nothing and throws no `Error` that anyone asks for its class. */
const kept = [
	...['lodash', 'semver', 'fast-glob', 'chardet', 'mime-db', 'transliteration', 'xmlbuilder'],
	...['ssh2', '@langchain/core', 'langsmith'],
].join('|');

/** Transpiles only: types are checked by `pnpm lint`. */
module.exports = {
	testEnvironment: 'node',
	roots: ['<rootDir>/test'],
	testMatch: ['**/*.test.ts'],
	testTimeout: 60_000,
	// Many tests wait for a server: one core less, as jest would have it, is half of a small machine.
	maxWorkers: '100%',
	transformIgnorePatterns: [`/node_modules/(?!\\.pnpm/|(?:${kept})/)`],
	transform: {
		[`/node_modules/(?:${kept})/.*\\.c?js$`]: '<rootDir>/test/support/outside.cjs',
		'\\.ts$': [
			'ts-jest',
			{
				tsconfig: {
					module: 'commonjs',
					target: 'es2024',
					esModuleInterop: true,
					isolatedModules: true,
				},
				diagnostics: false,
			},
		],
	},
};
