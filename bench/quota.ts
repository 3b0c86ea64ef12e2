import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { ikas } from '../channels/ikas/connector';
import { until } from '../demo/until';
import type { LedgerOptions } from '../ledger/engine';
import { openLedger } from '../ledger/openLedger';
import { ikasSandbox } from '../sandbox/ikas';
import type { IkasOptions, IkasSandbox } from '../sandbox/ikas/types';
import { serve } from '../sandbox/serve';
import { startPostgres } from '../test/support/postgres';
import type { Figure } from './figure';
import type { Calling, Target } from './quotaCaller';
import { inScratch } from './scratch';

const { quota } = ikas;
const callers = 12;
const urgentEveryMs = 1_500;
/** All begin at once with an empty window. What counts comes once they have found their pace. */
const begins = 3;
const windows = 11;
const firstCounted = begins * quota.calls;
const lastCounted = firstCounted + windows * quota.calls;

/** Where the callers are: the embedded ledger has one process, n8n's queue mode many. */
interface Site {
	readonly name: string;
	readonly ledger: LedgerOptions;
	readonly processes: number;
}

/** Callers share what ikas allows, for some two minutes: how much of it they use, and whether ikas ever refuses. */
export async function quotaUse(say: (line: string) => void): Promise<readonly Figure[]> {
	say(`${callers} callers share the quota of ikas through ${windows} of its windows`);
	const server = await startPostgres({ durable: true });
	const postgres = { ...server.access, schema: 'bench', ssl: 'disable' } as const;
	try {
		return await inScratch(async (folder) => {
			const file = join(folder, 'ledger.sqlite');
			const measured = await Promise.all([
				measure({ name: 'SQLite', ledger: { engine: 'sqlite', file }, processes: 1 }),
				measure({
					name: 'PostgreSQL',
					ledger: { engine: 'postgres', ...postgres },
					processes: 4,
				}),
			]);
			return measured.flat();
		});
	} finally {
		await server.stop();
	}
}

async function measure({ name, ledger, processes }: Site): Promise<readonly Figure[]> {
	const [counting, generous] = [await openIkas(ledger), await openIkas(ledger, { quota: null })];
	const warmUp = { ...generous.target, key: 'warm-up', quota: { calls: 10_000, perMs: 1_000 } };
	const calling = (at: number): Calling => ({
		...{ ledger, target: counting.target, warmUp },
		bulk: callers / processes,
		urgentEveryMs: at === 0 ? urgentEveryMs : null,
	});
	const children = Array.from({ length: processes }, (_, at) =>
		fork(join(__dirname, 'quotaCaller.ts'), [JSON.stringify(calling(at))]),
	);
	const waits: number[] = [];
	try {
		await Promise.all(children.map((child) => once(child, 'message')));
		for (const child of children) child.on('message', (ms) => waits.push(Number(ms))).send('go');
		return figures(name, { ...(await used(counting.sandbox)), urgentMs: Math.max(...waits) });
	} finally {
		await Promise.all(children.map(dismiss));
		await counting.close();
		await generous.close();
	}
}

/** A pretend ikas, with a token for it. Signing in is one call of the quota, like every other. */
async function openIkas(options: LedgerOptions, of: IkasOptions = {}) {
	const sandbox = ikasSandbox(of);
	sandbox.setFaults({ latencyMs: 120 });
	const { url, close } = await serve(sandbox);
	const target: Target = { url, token: await signIn(sandbox), key: 'ikas merchant-1', quota };
	const ledger = await openLedger(options);
	await ledger.takeQuota(target.key, quota);
	await ledger.close();
	return { sandbox, target, close };
}

async function signIn({ credential, handle }: IkasSandbox): Promise<string> {
	const form = new URLSearchParams({
		grant_type: 'client_credentials',
		client_id: credential.clientId,
		client_secret: credential.clientSecret,
	});
	const { body } = await handle({
		method: 'POST',
		path: '/api/admin/oauth/token',
		query: {},
		headers: { 'content-type': 'application/x-www-form-urlencoded' },
		body: form.toString(),
	});
	return String((JSON.parse(String(body)) as { access_token: unknown }).access_token);
}

/** The share of the allowed calls that came through, and how many were refused. */
async function used(sandbox: IkasSandbox): Promise<{ share: number; refused: number }> {
	const answered = (status: number) => sandbox.calls().filter((call) => call.status === status);
	await until(
		'the callers to use up their windows',
		async () => answered(200).length > lastCounted,
		{
			...{ seconds: 200, everyMs: 1_000 },
			seen: async () => answered(200).length,
		},
	);
	const at = answered(200)
		.map((call) => call.at)
		.sort((a, b) => a - b);
	const elapsed = (at[lastCounted] ?? 0) - (at[firstCounted] ?? 0);
	return { share: (windows * quota.perMs) / elapsed, refused: answered(429).length };
}

async function dismiss(child: ChildProcess): Promise<void> {
	child.disconnect();
	await once(child, 'exit');
}

const figures = (
	name: string,
	{ share, refused, urgentMs }: { share: number; refused: number; urgentMs: number },
): readonly Figure[] => [
	{ name: `quota on ${name}: used`, value: share, unit: 'of quota', target: { least: 0.95 } },
	{ name: `quota on ${name}: refused`, value: refused, unit: 'calls', target: { most: 0 } },
	{ name: `quota on ${name}: longest wait of an urgent call`, value: urgentMs, unit: 'ms' },
];
