import { once } from 'node:events';
import type { LedgerOptions } from '../ledger/engine';
import { openLedger } from '../ledger/openLedger';
import { newOrders } from './sizeWorld';
import { pageSize } from './trade';

export const ordersOfWorker = 20 * pageSize;
export const skusOfWorker = 10_000;

/** What a process is told on its command line. */
export interface Working {
	readonly options: LedgerOptions;
	readonly store: string;
	/** Orders of another round have other ids. */
	readonly round: number;
}

/** Says when it is ready, imports and routes once it is told to, and says when that is done. */
async function main({ options, store, round }: Working): Promise<void> {
	const ledger = await openLedger(options);
	const take = async (from: number, orders: number) => {
		for (let at = 0; at < orders; at += pageSize) {
			await ledger.importOrders(store, newOrders(from + at, pageSize, skusOfWorker));
			while ((await ledger.routeWaiting(store, 50)).waiting);
		}
	};
	const from = round * 2 * ordersOfWorker;
	await take(from, pageSize);
	process.send?.('ready');
	await once(process, 'message');
	await take(from + pageSize, ordersOfWorker);
	process.send?.('done');
	process.disconnect();
	await ledger.close();
}

if (process.argv[2]?.startsWith('{')) void main(JSON.parse(process.argv[2]) as Working);
