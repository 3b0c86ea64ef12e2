import type { Ledger } from '../../ledger/ledger';
import { begun, engines, ikasStore, page } from '../support/ledgers';
import { line, placed } from '../support/placed';

const many = 16;
const numbers = (count: number) => Array.from({ length: count }, (_, at) => at);

describe.each(engines)('many processes at once on $engine', ({ open }) => {
	const hub = ikasStore(open);

	/** As many processes, each with connections of its own. */
	const processes = (count = many) => Promise.all(numbers(count).map(() => hub.again()));
	const orders = (count: number) =>
		numbers(count).map((at) => placed(`o${at}`, { lines: [line('1', 'A'), line('2', 'B')] }));

	async function routeAll(ledger: Ledger) {
		while ((await ledger.routeWaiting('ikas-tr', 5)).waiting);
	}

	/** What must be true of stock and orders at any time. */
	async function expectSoundBooks() {
		const doubled = 'SELECT channel_id FROM orders GROUP BY store, channel_id HAVING COUNT(*) > 1';
		expect(await hub.sql(doubled)).toEqual([]);
		expect(await hub.sql('SELECT * FROM stock WHERE reserved > on_hand - safety_stock')).toEqual(
			[],
		);
		const unaccounted = `SELECT s.sku, s.hub FROM stock s WHERE s.reserved <> (
			SELECT COALESCE(SUM(quantity), 0) FROM reservations r WHERE r.seller = s.seller AND r.sku = s.sku AND r.hub = s.hub)`;
		expect(await hub.sql(unaccounted)).toEqual([]);
	}

	const countOf = async (status: string) => {
		const [row] = await hub.sql('SELECT COUNT(*) AS n FROM orders WHERE status = ?', status);
		return row?.n;
	};

	test('G1, G6: importers and routers lose, double and oversell nothing', async () => {
		const [importers, routers] = [await processes(), await processes()];
		const all = orders(48);
		// Each brings two thirds, begins elsewhere, and goes through them in its own direction.
		const shares = importers.map((_, at) => {
			const share = numbers(32).map((step) => all[(at * 3 + step) % all.length]);
			return (at % 2 ? share : share.toReversed()).filter((order) => order !== undefined);
		});
		const counts: number[] = [];
		await Promise.all([
			...importers.map(async (importer, at) => {
				for (const part of [shares[at]?.slice(0, 16) ?? [], shares[at]?.slice(16) ?? []]) {
					const outcomes = await importer.importOrders('ikas-tr', part);
					counts.push(outcomes.filter(({ outcome }) => outcome === 'created').length);
				}
			}),
			...routers.map(routeAll),
		]);
		await routeAll(hub.ledger);
		expect(counts.reduce((sum, count) => sum + count)).toBe(all.length);
		await expectSoundBooks();
		expect(await hub.reserved()).toEqual({
			'ankara A': 10,
			'ankara B': 10,
			'istanbul A': 10,
			'istanbul B': 10,
		});
		expect(await countOf('new_order')).toBe(20);
		expect(await countOf('on_hold')).toBe(28);
		expect(await hub.sql('SELECT COUNT(*) AS n FROM order_lines')).toEqual([{ n: 96 }]);
	});

	test('G6: routers that all want the same orders and the same scarce stock promise nothing twice', async () => {
		await hub.take(...orders(80));
		await Promise.all((await processes()).map((router) => router.routeWaiting('ikas-tr', 5)));
		await expectSoundBooks();
		expect(await countOf('new_order')).toBe(20);
		expect(await countOf('on_hold')).toBe(60);
	});

	test('G6: fifty callers that do all sorts of things keep the books', async () => {
		await hub.take(...orders(10));
		await hub.route();
		const does = [
			(at: number) => hub.take(placed(`x${at}`, { lines: [line('1', 'B'), line('2', 'A')] })),
			() => hub.route(),
			(at: number) => hub.ledger.changeStatus('ikas-tr', `o${at % 10}`, 'on_hold'),
			(at: number) => hub.ledger.changeStatus('ikas-tr', `o${at % 10}`, 'cancelled'),
			(at: number) =>
				hub.ledger.setStock(
					['B', 'A'].map((sku) => ({ seller: 'acme', sku, hub: 'ankara', onHand: 10 + (at % 3) })),
				),
		];
		const answers = await Promise.allSettled(numbers(50).map((at) => does[at % 5]?.(at)));
		const refusals = answers.filter((answer) => answer.status === 'rejected');
		for (const { reason } of refusals) expect(reason).toMatchObject({ kind: 'rejected' });
		await hub.route();
		await expectSoundBooks();
		expect(await countOf('created')).toBe(0);
	});

	test('G6: one adjustment that all of them bring counts once', async () => {
		const adjustment = {
			...{ seller: 'acme', sku: 'A', hub: 'ankara' },
			...{ change: 5, reason: 'received', reference: 'delivery 1' },
		};
		await Promise.all((await processes()).map((process) => process.adjustStock([adjustment])));
		const [ankara] = await hub.ledger.getStock('acme', 'A');
		expect(ankara).toMatchObject({ hub: 'ankara', onHand: 15 });
	});

	test('G4: one of them gets the run, and when it is lost one other', async () => {
		const all = await processes();
		const begin = async () => {
			const answers = await Promise.all(all.map((one) => one.beginSync('ikas-tr', 'orders')));
			return answers.flatMap((answer) => (answer.answer === 'run' ? [answer.run] : []));
		};
		const [lost, ...others] = await begin();
		expect(others).toEqual([]);
		await hub.sql('UPDATE syncs SET lease_until = 1');
		const [taken, ...rest] = await begin();
		expect(rest).toEqual([]);
		if (lost === undefined || taken === undefined) throw new Error('nobody got the run');
		const stored = await Promise.allSettled(
			all.map((one, at) =>
				one.importPage(page(at % 2 ? lost : taken, { orders: [placed(`p${at}`)] })),
			),
		);
		expect(stored.map(({ status }) => status)).toEqual(
			all.map((_, at) => (at % 2 ? 'rejected' : 'fulfilled')),
		);
		const [row] = await hub.sql('SELECT COUNT(*) AS orders FROM orders');
		expect(row).toEqual({ orders: many / 2 });
	});

	test('G4: a run that is ended by two is ended once', async () => {
		const run = await begun(hub.ledger);
		const ends = await Promise.allSettled((await processes()).map((one) => one.endSync(run, null)));
		expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
	});

	test('all of them share a quota', async () => {
		const takers = [...(await processes()), ...(await processes())];
		const answers = await Promise.all(
			takers.map((one) => one.takeQuota('ikas merchant-1', { calls: 7, perMs: 60_000 })),
		);
		expect(answers.filter(({ waitMs }) => waitMs === 0)).toHaveLength(7);
	});
});
