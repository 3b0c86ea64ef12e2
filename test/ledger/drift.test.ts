import { engines, ikasStore } from '../support/ledgers';
import { refused, stockOut } from '../support/stockOut';

describe.each(engines)('drift on $engine', ({ open }) => {
	const hub = ikasStore(open);
	const out = stockOut(hub);
	/** What was confirmed within the millisecond in which a page is asked for may have been read or not. */
	const later = () => hub.sql('UPDATE published SET confirmed_at = confirmed_at - 1000');
	const push = async () => {
		const sent = await out.push();
		await later();
		return sent;
	};
	beforeEach(async () => {
		await out.offer('A', 'B');
		await push();
	});

	const count = (onHand: number) =>
		hub.ledger.setStock([{ seller: 'acme', sku: 'A', hub: 'istanbul', onHand }]);
	const drift = async () =>
		(await hub.ledger.getDrift('ikas-tr', 10)).map(
			({ listing, location, quantity, confirmed }) =>
				`${listing} ${location}: ${quantity} for ${confirmed}`,
		);
	const end = ({ run, next }: Awaited<ReturnType<typeof out.compare>>) =>
		hub.ledger.endSync(run, next);

	test('G9: another figure than was confirmed is listed, and the true one goes out again', async () => {
		const found = await out.compare({ 'listing-A loc-ist': 3, 'listing-B loc-ist': 10 });
		expect(found.drift).toEqual([
			{
				...{ store: 'ikas-tr', sku: 'A', listing: 'listing-A', location: 'loc-ist' },
				...{ quantity: 3, confirmed: 10, checkedAt: expect.any(String) },
			},
		]);
		expect(await hub.ledger.getDrift('ikas-tr', 10)).toEqual(found.drift);
		expect((await hub.ledger.getStock('acme', 'A')).map(({ onHand }) => onHand)).toEqual([10, 10]);
		expect(await push()).toEqual(['listing-A loc-ist: 10']);
	});

	test('a row that matches again leaves the list', async () => {
		await out.compare({ 'listing-A loc-ist': 3, 'listing-B loc-ank': 0 });
		await push();
		expect(await drift()).toHaveLength(2);
		await out.compare({ 'listing-A loc-ist': 10, 'listing-B loc-ank': 10 });
		expect(await drift()).toEqual([]);
	});

	test('what the channel has meanwhile by chance is no reason to send it again', async () => {
		await count(3);
		await out.compare({ 'listing-A loc-ist': 3 });
		expect(await out.push()).toEqual([]);
		expect(await drift()).toEqual(['listing-A loc-ist: 3 for 10']);
	});

	test('a row that is handed out at the moment is no drift: the channel may have either figure', async () => {
		await count(7);
		await out.handOut();
		expect((await out.compare({ 'listing-A loc-ist': 10 })).drift).toEqual([]);
		expect(await drift()).toEqual([]);
		expect((await out.handOut()).changes).toMatchObject([{ quantity: 7 }]);
	});

	test('a row that was confirmed after the page was read is no drift', async () => {
		const run = await out.begin('drift');
		await count(7);
		await out.push();
		expect((await out.compare({ 'listing-A loc-ist': 10 }, run)).drift).toEqual([]);
		expect(await push()).toEqual([]);
		expect((await out.compare({ 'listing-A loc-ist': 10 }, run)).drift).toHaveLength(1);
	});

	test('a figure that the channel refused, and what was never told, is not compared', async () => {
		await count(7);
		await out.push(refused);
		const { drift: found } = await out.compare({
			'listing-A loc-ist': 10,
			'listing-A loc-izm': 4,
			'of another shop': 4,
		});
		expect(found).toEqual([]);
		expect(await out.push()).toEqual([]);
	});

	test('parts of a unit and endless stock are compared as whole units', async () => {
		await out.compare({ 'listing-A loc-ist': 10.5, 'listing-B loc-ist': 1e20 });
		expect(await drift()).toEqual(['listing-B loc-ist: 2147483647 for 10']);
	});

	test('the walk goes on at the next hour after its pages, and begins anew after its end', async () => {
		let run = await out.begin('drift');
		const ends: string[] = [];
		for (const page of ['two', 'three', 'four']) {
			const ended = await end(await out.compare({}, run, page));
			ends.push(ended.answer);
			run = ended.run;
		}
		expect(ends).toEqual(['continue', 'continue', 'done']);
		expect(await hub.ledger.beginSync('ikas-tr', 'drift')).toMatchObject({ answer: 'notDue' });
		const next = await out.begin('drift');
		expect(next.position).toBe('four');
		await end(await out.compare({}, next));
		expect((await out.begin('drift')).position).toBeNull();
	});

	test('a walk that would take longer than a day goes on as soon as it can', async () => {
		const dueIn = async () => {
			const [row] = await hub.sql("SELECT due_at - {now} AS ms FROM syncs WHERE kind = 'drift'");
			return Number(row?.ms);
		};
		const rests = async () => {
			const run = await out.begin('drift');
			const { run: compared, next } = await out.compare({}, run, 'further');
			await hub.ledger.endSync({ ...compared, pages: compared.pagesPerExecution }, next);
			return await dueIn();
		};
		const minuteMs = 60_000;
		await end(await out.compare({}, await out.begin('drift')));
		expect(await rests()).toBeGreaterThan(50 * minuteMs);
		// Half a day later, with one run in between that failed.
		await hub.sql(
			`UPDATE sync_runs SET started_at = started_at - ${13 * 60 * minuteMs} WHERE kind = 'drift'`,
		);
		const failing = await out.begin('drift');
		await hub.ledger.failSync(failing, { kind: 'unavailable', message: 'x', retryAfterMs: null });
		expect(await rests()).toBeLessThanOrEqual(0);
		await end(await out.compare({}, await out.begin('drift')));
		expect(await dueIn()).toBeGreaterThan(50 * minuteMs);
	});

	test('G4: a run that lost its lease compares nothing', async () => {
		const lost = await out.begin('drift');
		await out.begin('drift');
		await expect(out.compare({ 'listing-A loc-ist': 3 }, lost)).rejects.toThrow(/lost its lease/);
		expect(await drift()).toEqual([]);
	});
});
