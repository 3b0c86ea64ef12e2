import { engines, ikasStore } from '../support/ledgers';
import { refused, stockOut } from '../support/stockOut';

describe.each(engines)('how late figures reach the channel on $engine', ({ open }) => {
	const hub = ikasStore(open);
	const out = stockOut(hub);
	const { count } = out;
	beforeEach(async () => {
		await out.offer('A', 'B');
		await out.push();
	});

	const lags = () => hub.sql('SELECT store, seconds, figures FROM push_lags ORDER BY seconds');
	/** All syncs, and what is late, were so much earlier. */
	const later = async (seconds: number) => {
		await hub.sql('UPDATE sync_runs SET started_at = started_at - ?', seconds * 1_000);
		await hub.sql('UPDATE published SET late_since = late_since - ?', seconds * 1_000);
	};

	test('is not measured where a figure is told for the first time, or again', async () => {
		await later(100);
		await hub.sql('UPDATE syncs SET full_at = 9999999999999');
		expect(await out.push()).toHaveLength(4);
		expect(await lags()).toEqual([]);
	});

	test('counts from the last look at which the figure was right until the channel had confirmed it', async () => {
		await later(100);
		await count(7);
		await out.push();
		expect(await lags()).toEqual([{ store: 'ikas-tr', seconds: 120, figures: 1 }]);
		await count(6);
		await count(6, 'B');
		await out.push();
		expect(await lags()).toEqual([
			{ store: 'ikas-tr', seconds: 5, figures: 2 },
			{ store: 'ikas-tr', seconds: 120, figures: 1 },
		]);
	});

	test('goes on over runs that fail and figures that change once more', async () => {
		await later(40);
		await count(7);
		await out.handOut();
		await later(40);
		await count(5);
		await out.handOut();
		await later(20);
		await out.push();
		expect(await lags()).toEqual([{ store: 'ikas-tr', seconds: 120, figures: 1 }]);
	});

	test('ends without a measure where the channel refuses, and begins anew with the next figure', async () => {
		await count(7);
		await out.push(refused);
		await later(400);
		await count(5);
		await out.push();
		expect(await lags()).toEqual([]);
	});

	test('is kept for a week', async () => {
		await hub.sql(
			"INSERT INTO push_lags (store, day, seconds, figures) VALUES ('ikas-tr', 20000, 60, 4)",
		);
		await count(7);
		await out.push();
		expect((await lags()).map(({ seconds }) => seconds)).toEqual([5]);
	});
});
