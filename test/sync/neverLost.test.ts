import fc from 'fast-check';
import { ikas } from '../../channels/ikas/connector';
import { instant } from '../../domain/instant';
import { mapStatus } from '../../domain/statusMap';
import type { SyncRun } from '../../ledger/syncShapes';
import { ikasShop } from '../channels/ikasShop';
import { draft, engines, furnish, settings, type OpenLedger } from '../support/ledgers';

/** What may happen between two steps of a sync, and to it. */
const step = fc.record({
	does: fc.constantFrom('place', 'edit', 'cancel', 'sync', 'sync', 'sync', 'wait'),
	count: fc.integer({ min: 1, max: 90 }),
	seconds: fc.integer({ min: 1, max: 120 }),
	/** After how many steps the run dies; most do not. */
	diesAfter: fc.oneof(fc.constant(Infinity), fc.integer({ min: 0, max: 5 })),
});

type IkasShop = Awaited<ReturnType<typeof ikasShop>>;
type Step = typeof step extends fc.Arbitrary<infer One> ? One : never;

const late = (seed: number) => ({ seed, lateRows: 0.4, duplicateRows: 0.1 });

describe.each(engines)('a sync over $engine that may die anywhere', ({ open }) => {
	test('loses and doubles nothing, also what shows up to five minutes late', async () => {
		await fc.assert(
			fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 30 }), fc.nat(), play),
			{ numRuns: 40, endOnFailure: true },
		);
	}, 300_000);

	async function play(steps: readonly Step[], seed: number) {
		const [hub, shop] = [await open(), await ikasShop()];
		try {
			await playOn(hub, shop, steps, seed);
		} finally {
			await shop.close();
			await hub.close();
		}
	}

	async function playOn(hub: OpenLedger, shop: IkasShop, steps: readonly Step[], seed: number) {
		await furnish(hub.ledger);
		shop.wait(60_000);
		const connectedAt = instant(shop.sandbox.clock.now());
		const locations = shop.sandbox.state().locations.map(({ id, name }) => ({ id, name }));
		const hubMap = locations.map(({ id }) => ({ location: id, hub: 'istanbul' }));
		const maps = settings({
			locations,
			hubMap,
			pagesPerExecution: 100,
			inventorySync: false,
		});
		await hub.ledger.saveStore(
			draft({ code: 'ikas-late', account: 'other', connectedAt, settings: maps }),
		);
		shop.sandbox.setFaults(late(seed));
		const ids: string[] = [];
		const isOpen = (id: string) => shop.sandbox.order(id).status !== 'CANCELLED';
		for (const { does, count, seconds, diesAfter } of steps) {
			const id = ids[count % ids.length];
			if (does === 'place') ids.push(...shop.place(count));
			else if (does === 'edit' && id) shop.touch(id);
			else if (does === 'cancel' && id && isOpen(id)) shop.sandbox.cancel(id);
			else if (does === 'wait') shop.wait(seconds * 1000);
			else await sync(diesAfter);
			shop.wait(1000);
		}
		shop.sandbox.setFaults({});
		shop.wait(6 * 60_000);
		// The first may end a walk that began before the late ones showed; the next one looks back over it.
		await sync(Infinity);
		await sync(Infinity);
		const channel = shop.sandbox.state().orders;
		const known = await hub.sql(
			'SELECT channel_id, revised_at FROM orders WHERE store = ?',
			'ikas-late',
		);
		const waiting = await hub.sql(
			'SELECT channel_id, revised_at FROM parked WHERE store = ?',
			'ikas-late',
		);
		expect(
			sorted([...known, ...waiting].map((row) => `${row.channel_id} ${row.revised_at}`)),
		).toEqual(sorted(channel.map((order) => `${order.id} ${instant(order.updatedAt)}`)));

		/** What the template does, up to where it dies. */
		async function sync(steps: number) {
			await hub.sql('UPDATE syncs SET lease_until = 1, due_at = 0');
			const begun = await hub.ledger.beginSync('ikas-late', 'orders');
			let run: SyncRun | null = begun.answer === 'run' ? begun.run : null;
			for (let left = steps; run !== null && left > 0; left--) {
				const page = await ikas.orders.page(shop.seller, run);
				const orders = page.orders.map((order) => ({
					...order,
					hubStatus: mapStatus(order, maps.channelStatusMap),
				}));
				if (left-- <= 1) return;
				const stored = await hub.ledger.importPage({ ...page, run, orders });
				if (left-- <= 1) return;
				const ended = await hub.ledger.endSync(stored.run, stored.next);
				run = ended.answer === 'continue' ? ended.run : null;
			}
		}
	}
});

const sorted = (texts: readonly string[]) => [...texts].sort();
