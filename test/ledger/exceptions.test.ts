import { line, placed } from '../support/placed';
import { begun, engines, ikasStore, page } from '../support/ledgers';

describe.each(engines)('records that need a person on $engine', ({ open }) => {
	const hub = ikasStore(open);

	test('G8: unreadable records become exceptions, the others go through, repeats change nothing', async () => {
		const run = await begun(hub.ledger);
		const unreadable = [
			{ id: 'bad', reason: 'ikas: order bad has no orderedAt', raw: { id: 'bad' } },
		];
		const stored = await hub.ledger.importPage(page(run, { orders: [placed('1')], unreadable }));
		expect(stored.counts).toMatchObject({ created: 1, exception: 1 });
		await hub.ledger.importPage(page(run, { unreadable }));
		expect(await hub.ledger.getExceptions('ikas-tr', 50)).toMatchObject([
			{
				kind: 'unreadable',
				reference: 'bad',
				cause: 'ikas: order bad has no orderedAt',
				payload: { id: 'bad' },
			},
		]);
		await hub.take(placed('bad'));
		expect(await hub.exceptions()).toEqual([]);
	});

	test.each([
		['two lines with one id', { lines: [line('1', 'A'), line('1', 'B')] }],
		['half a unit', { lines: [line('1', 'A', 0.5)] }],
		['an id that no database keeps', { id: 'ba\0d' }],
		['half a character in a SKU', { lines: [line('1', 'A\uD83D')] }],
		['more cancelled than ordered', { lines: [line('1', 'A', 1, 2)] }],
		['a status that is none', { hubStatus: 'paid' as never }],
	])('G8: an order with %s becomes an exception, the others go through', async (_, wrong) => {
		const outcomes = await hub.take(placed('bad', wrong), placed('good'));
		expect(outcomes.map(({ outcome }) => outcome)).toEqual(['exception', 'created']);
		expect(await hub.exceptions()).toEqual(['unreadable']);
	});

	test('G8: an exception that a person dismissed stays dismissed when the same record comes again', async () => {
		const bad = { id: 'bad', reason: 'no orderedAt', raw: { id: 'bad' } };
		const run = await begun(hub.ledger);
		await hub.ledger.importPage(page(run, { unreadable: [bad] }));
		await hub.sql("UPDATE exceptions SET state = 'dismissed'");
		await hub.ledger.importPage(page(run, { unreadable: [bad] }));
		expect(await hub.exceptions()).toEqual([]);
		await hub.ledger.importPage(
			page(run, { unreadable: [{ ...bad, raw: { id: 'bad', changed: true } }] }),
		);
		expect(await hub.exceptions()).toEqual(['unreadable']);
	});
});
