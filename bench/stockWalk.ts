import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { Ledger } from '../ledger/ledger';
import { run, type Engine } from '../ledger/statement';
import type { StockChange } from '../ledger/stockShapes';
import type { SyncRun } from '../ledger/syncShapes';

export interface Opened {
	readonly ledger: Ledger;
	readonly engine: Engine;
}

export interface Walk {
	readonly ms: number;
	readonly heldMs: number;
	readonly megabytes: number;
}

/** All that one execution after the other would hand out. The channel takes it at once. */
export async function walked(
	{ ledger, engine }: Opened,
	isExpected: (rows: number) => boolean,
): Promise<Walk> {
	await engine.run(() => run('UPDATE syncs SET run_id = NULL, due_at = 0'));
	const begun = await ledger.beginSync('ikas-tr', 'inventory');
	if (begun.answer !== 'run') throw new Error(`expected a run, got ${JSON.stringify(begun)}`);
	const before = process.memoryUsage().rss;
	let most = before;
	const sampling = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 5);
	const delay = monitorEventLoopDelay({ resolution: 1 });
	delay.enable();
	const from = performance.now();
	const changes = await handedOut(ledger, begun.run);
	const ms = performance.now() - from;
	delay.disable();
	clearInterval(sampling);
	if (!isExpected(changes.length)) throw new Error(`${changes.length} rows differ`);
	const receipts = changes.map((row) => ({ ...row, outcome: 'stored' as const, reason: null }));
	await ledger.confirmStock({ run: begun.run, receipts, next: null });
	return { ms, heldMs: delay.max / 1e6, megabytes: (most - before) / 2 ** 20 };
}

async function handedOut(ledger: Ledger, run: SyncRun): Promise<readonly StockChange[]> {
	const all: StockChange[] = [];
	for (let position: string | null = null; ; ) {
		const { changes, next } = await ledger.getStockChanges({ ...run, position }, 1_000);
		all.push(...changes);
		if (next === null) return all;
		position = next;
	}
}
