/** n8n as a newcomer gets it, but quiet: it calls nobody at home and shows no offers. */
export const n8nEnvironment = (folder: string, ports: { editor: number; runners: number }) => ({
	...strangers(process.env),
	N8N_USER_FOLDER: folder,
	N8N_ENCRYPTION_KEY: 'order-hub-demo',
	N8N_PORT: `${ports.editor}`,
	N8N_LISTEN_ADDRESS: '127.0.0.1',
	// As the printed URL has it: a form sends people who are to sign in there.
	N8N_HOST: '127.0.0.1',
	N8N_RUNNERS_BROKER_PORT: `${ports.runners}`,
	N8N_SECURE_COOKIE: 'false',
	N8N_DIAGNOSTICS_ENABLED: 'false',
	N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
	N8N_TEMPLATES_ENABLED: 'false',
	N8N_PERSONALIZATION_ENABLED: 'false',
	N8N_HIRING_BANNER_ENABLED: 'false',
	N8N_DISABLED_MODULES: 'mcp-registry',
	GENERIC_TIMEZONE: 'Etc/UTC',
	NO_COLOR: '1',
});

/** Settings of an n8n that the user may have, and pnpm's module paths, which would hide a missing dependency. */
const strangers = (environment: NodeJS.ProcessEnv) =>
	Object.fromEntries(
		Object.entries(environment).filter(
			([name]) => !/^(N8N_|DB_|EXECUTIONS_|QUEUE_|NODE_PATH$|NODE_OPTIONS$|npm_)/.test(name),
		),
	);
