import fc from 'fast-check';
import type { StockReceipt } from '../../domain/stockFigure';
import type { StockChanges } from '../../ledger/stockShapes';
import type { SyncRun } from '../../ledger/syncShapes';
import { channelOf } from '../support/channelOf';
import { engines, furnish, type OpenLedger } from '../support/ledgers';
import { cancelled, line, placed } from '../support/placed';

const skus = ['A', 'B'];
const hubs = ['istanbul', 'ankara'];
const locations = ['loc-ist', 'loc-ank'];

/** What may happen next. Most of it is one of two executions taking its next step, where the other may be slow or dead. */
const step = fc.record({
	does: fc.constantFrom(
		...(['step', 'step', 'step', 'step', 'step', 'step', 'die', 'lapse'] as const),
		...(['count', 'order', 'park', 'cancel', 'route', 'sell', 'compare', 'decide'] as const),
	),
	who: fc.nat({ max: 1 }),
	what: fc.nat({ max: 30 }),
});

type Step = typeof step extends fc.Arbitrary<infer One> ? One : never;

/** One n8n execution of the template, step by step. A refusal, such as of a lost lease, ends it. */
function executionOf(
	{ ledger }: OpenLedger,
	channel: ReturnType<typeof channelOf>,
	next: () => number,
) {
	let run: SyncRun | null = null;
	let handed: { changes: StockChanges; handOut: number } | null = null;
	let sent: readonly StockReceipt[] | null = null;
	const die = () => {
		run = handed = sent = null;
	};

	async function begin() {
		const begun = await ledger.beginSync('ikas-tr', 'inventory');
		if (begun.answer === 'run') run = begun.run;
	}

	async function finish({ changes, handOut }: { changes: StockChanges; handOut: number }) {
		const receipts = sent ?? [];
		const confirmed = await ledger.confirmStock({ ...changes, receipts });
		channel.confirm(receipts, handOut);
		const ended = await ledger.endSync(confirmed.run, confirmed.next);
		die();
		if (ended.answer === 'continue') run = ended.run;
	}

	return {
		die,
		isIdle: () => run === null,
		async step(what: number) {
			if (run === null) return await begin();
			if (handed === null) {
				handed = { changes: await ledger.getStockChanges(run, 1 + (what % 4)), handOut: next() };
				return;
			}
			if (sent !== null) return await finish(handed);
			const { changes, handOut } = handed;
			await ledger.holdRun(run);
			sent = [
				...changes.changes.map((row, at) => channel.take(row, handOut, what + at)),
				...(changes.pending ?? []).map(channel.later.said),
			];
		},
	};
}

describe.each(engines)('stock that goes out of $engine', ({ engine, open }) => {
	test('ends as what may be offered, and nothing stale comes after what was confirmed', async () => {
		await fc.assert(
			fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 60 }), async (steps) => {
				const hub = await open();
				try {
					await play(hub, steps);
				} finally {
					await hub.close();
				}
			}),
			{ numRuns: engine === 'SQLite' ? 40 : 10, endOnFailure: true },
		);
	});

	async function play(hub: OpenLedger, steps: readonly Step[]) {
		const { ledger } = hub;
		await furnish(ledger);
		const listings = skus.map((sku) => ({ id: `listing-${sku}`, sku, title: sku }));
		await ledger.importListings('ikas-tr', listings);
		const channel = channelOf();
		let handOuts = 0;
		const executions = [0, 1].map(() => executionOf(hub, channel, () => ++handOuts));
		const orders: ReturnType<typeof placed>[] = [];
		const due = () => hub.sql('UPDATE syncs SET due_at = 0');
		const lapse = () => hub.sql('UPDATE syncs SET lease_until = 1');

		for (const { does, who, what } of steps) {
			const [sku = '', code = '', location = ''] = [skus, hubs, locations].map(
				(choice, at) => choice[(what >> at) % 2],
			);
			const order = placed(`${orders.length}`, {
				location: what % 3 === 0 ? null : location,
				lines: [line('1', sku, 1 + (what % 3))],
			});
			if (does === 'step') await stepOf(who, what);
			if (does === 'die') executions[who]?.die();
			if (does === 'lapse') await lapse();
			if (does === 'count') {
				await ledger.setStock([{ seller: 'acme', sku, hub: code, onHand: what }]);
			}
			if (does === 'order') await take(order);
			if (does === 'park') await take({ ...order, hubStatus: null });
			if (does === 'cancel' && orders[what])
				await ledger.importOrders('ikas-tr', [cancelled(orders[what], 5)]);
			if (does === 'route') await ledger.routeWaiting('ikas-tr', 50);
			if (does === 'sell') channel.shows.set(`listing-${sku} ${location}`, what);
			if (does === 'compare') await compare();
			if (does === 'decide') channel.decide(what);
		}
		await rest();
		expect(Object.fromEntries(channel.shows)).toEqual(await offered());

		async function stepOf(who: number, what: number) {
			const execution = executions[who];
			if (execution?.isIdle()) await due();
			const [stepped] = await Promise.allSettled([execution?.step(what)]);
			if (stepped.status === 'fulfilled') return;
			execution?.die();
			expect(String(stepped.reason)).toMatch(/lost its lease/);
		}

		async function take(order: ReturnType<typeof placed>) {
			orders.push(order);
			await ledger.importOrders('ikas-tr', [order]);
		}

		async function compare() {
			await hub.sql("UPDATE syncs SET lease_until = 1, due_at = 0 WHERE kind = 'drift'");
			const begun = await ledger.beginSync('ikas-tr', 'drift');
			if (begun.answer !== 'run') throw new Error(`expected a run, got ${begun.answer}`);
			const levels = [...channel.shows].map(([key, quantity]) => {
				const [listing = '', location = ''] = key.split(' ');
				return { listing, location, quantity };
			});
			await ledger.compareStock({ run: begun.run, levels, next: null });
		}

		/** Nothing happens any more; a person has retried what the channel refused. */
		async function rest() {
			executions.forEach(({ die }) => die());
			channel.later.decideAll();
			await lapse();
			await walk();
			for (const { id } of await ledger.getExceptions('ikas-tr', 50))
				await ledger.retryException(id);
			await walk();
			await hub.sql('UPDATE published SET confirmed_at = confirmed_at - 1000');
			await compare();
			await walk();
		}

		async function walk() {
			await stepOf(0, 0);
			while (!executions[0]?.isIdle()) await stepOf(0, 3);
		}

		async function offered() {
			const found = await ledger.getAvailability('ikas-tr', skus);
			return Object.fromEntries(
				found.flatMap(({ sku, hubs: at }) =>
					at.map(({ location, available }) => [`listing-${sku} ${location}`, available]),
				),
			);
		}
	}
});
