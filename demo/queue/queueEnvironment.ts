import type { Access } from '../../test/support/postgres';
import type { RedisAccess } from './servers';

/** What main and workers are told alike in queue mode. `docs/production.md` recommends the same. */
export const queueEnvironment = (postgres: Access, schema: string, redis: RedisAccess) => ({
	EXECUTIONS_MODE: 'queue',
	// Without it what people start in the editor runs in the main process.
	OFFLOAD_MANUAL_EXECUTIONS_TO_WORKERS: 'true',
	QUEUE_BULL_REDIS_HOST: redis.host,
	QUEUE_BULL_REDIS_PORT: `${redis.port}`,
	QUEUE_BULL_REDIS_USERNAME: redis.user,
	QUEUE_BULL_REDIS_PASSWORD: redis.password,
	QUEUE_BULL_REDIS_DB: `${redis.db}`,
	DB_TYPE: 'postgresdb',
	DB_POSTGRESDB_HOST: postgres.host,
	DB_POSTGRESDB_PORT: `${postgres.port}`,
	DB_POSTGRESDB_DATABASE: postgres.database,
	DB_POSTGRESDB_USER: postgres.user,
	DB_POSTGRESDB_PASSWORD: postgres.password,
	DB_POSTGRESDB_SCHEMA: schema,
	DB_POSTGRESDB_POOL_SIZE: '10',
	// Where poll triggers stand is stored with the execution that they start.
	N8N_USE_WORKFLOW_PUBLICATION_SERVICE: 'true',
	N8N_SCHEDULER_ENABLED: 'true',
	N8N_SCHEDULER_POLL_TRIGGERS_ENABLED: 'true',
	N8N_POLLER_DURABLE_CURSORS_ENABLED: 'true',
});
