import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { queueEnvironment } from '../../demo/queue/queueEnvironment';

const access = { host: '127.0.0.1', user: 'hub', password: 'secret' };
const page = readFileSync(join(__dirname, '../../docs/production.md'), 'utf8');

describe('what docs/production.md recommends', () => {
	const told = queueEnvironment({ ...access, port: 5432, database: 'n8n' }, 'n8n', {
		...access,
		...{ port: 6379, db: 0 },
	});
	const isAddress = (name: string) => /^(DB_POSTGRESDB|QUEUE_BULL_REDIS)_(?!POOL)/.test(name);
	const settings = Object.entries(told).filter(([name]) => !isAddress(name));

	it.each(settings)('has %s as `pnpm demo --queue` is played with it', (name, value) => {
		expect(page).toContain(`| \`${name}\` | \`${value}\` |`);
	});
});
