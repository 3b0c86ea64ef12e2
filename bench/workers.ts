import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { LedgerOptions } from '../ledger/engine';
import type { Figure } from './figure';
import { settleDown } from './sizeWorld';
import type { Opened } from './stockWalk';
import { ordersOfWorker, skusOfWorker, type Working } from './worker';

const counts = [1, 2, 4];

/** Processes that each import and route the orders of a store of its own, as workers of n8n do: how many in a second altogether. */
export async function throughput(
	say: (line: string) => void,
	{ ledger, engine }: Opened,
	options: LedgerOptions,
): Promise<readonly Figure[]> {
	const most = Math.max(...counts);
	const codes = Array.from({ length: most }, (_, at) => `worker-${at}`);
	for (const code of codes) {
		await settleDown(ledger, engine, { store: code, seller: code, skus: skusOfWorker });
	}
	const figures: Figure[] = [];
	for (const [round, count] of counts.entries()) {
		say(`${count} processes import and route`);
		const value = await together(
			codes.slice(0, count).map((store) => ({ options, store, round: round + 1 })),
		);
		figures.push({
			name: `size: import and routing by ${count} processes`,
			value,
			unit: 'orders/s',
		});
	}
	const [one, ...others] = figures.map(({ value }) => value);
	return [
		...figures,
		{
			name: 'size: import and routing, most processes against one',
			value: Math.max(...others) / (one ?? 0),
			unit: 'times',
		},
	];
}

async function together(workings: readonly Working[]): Promise<number> {
	const children = workings.map((working) =>
		fork(join(__dirname, 'worker.ts'), [JSON.stringify(working)]),
	);
	await Promise.all(children.map((child) => once(child, 'message')));
	const from = performance.now();
	const ends = children.map((child) => once(child, 'exit'));
	for (const child of children) child.send('go');
	await Promise.all(children.map((child) => once(child, 'message')));
	const seconds = (performance.now() - from) / 1000;
	await Promise.all(ends);
	return (workings.length * ordersOfWorker) / seconds;
}
