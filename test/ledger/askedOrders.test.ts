import { placed } from '../support/placed';
import { draft, engines, ikasStore, settings } from '../support/ledgers';

describe.each(engines)('orders that somebody wants to be read again, on $engine', ({ open }) => {
	const hub = ikasStore(open);
	const claim = async () =>
		(await hub.ledger.claimAskedOrders('ikas-tr', 10)).map(({ order }) => order);
	const due = () => hub.sql('UPDATE asked_orders SET due_at = 0');

	test('are handed out once, and no more once they have come in', async () => {
		await hub.take(placed('1'));
		expect(await hub.ledger.askOrders('ikas-tr', [' 1', '2', '2', ''], 'ayse')).toEqual([
			{ store: 'ikas-tr', order: '1', isKnown: true },
			{ store: 'ikas-tr', order: '2', isKnown: false },
		]);
		const other = await hub.again();
		const both = await Promise.all([
			hub.ledger.claimAskedOrders('ikas-tr', 10),
			other.claimAskedOrders('ikas-tr', 10),
		]);
		expect(both.flat().map(({ order }) => order)).toEqual(['1', '2']);
		await hub.take(placed('1'));
		await due();
		expect(await claim()).toEqual(['2']);
	});

	test('are handed out again where a workflow died, and become an exception at last', async () => {
		await hub.ledger.askOrders('ikas-tr', ['9'], 'ayse');
		for (let tries = 0; tries < 3; tries++) {
			expect(await claim()).toEqual(['9']);
			expect(await claim()).toEqual([]);
			await due();
		}
		expect(await claim()).toEqual([]);
		const [exception] = await hub.ledger.getExceptions('ikas-tr', 5);
		expect(exception).toMatchObject({
			kind: 'order_not_read',
			reference: '9',
			cause: 'Order "9" was to be read again, said ayse, and did not come in: 3 tries.',
		});
		expect(await hub.ledger.retryException(exception?.id ?? 0)).toMatchObject({ did: 'asked' });
		expect(await claim()).toEqual(['9']);
		await hub.take(placed('9'));
		expect(await hub.exceptions()).toEqual([]);
	});

	test.each([
		['none', [' ']],
		['too many', Array.from({ length: 201 }, (_, at) => `${at}`)],
	])('are refused when there are %s', async (_, ids) => {
		await expect(hub.ledger.askOrders('ikas-tr', ids)).rejects.toThrow(/named/);
	});

	test('are those of a channel, not of an OMS', async () => {
		await hub.ledger.saveStore(
			draft({ code: 'oms', account: 'oms', settings: settings({ hubMap: [], stockMaster: true }) }),
		);
		await expect(hub.ledger.askOrders('oms', ['1'])).rejects.toThrow(/is an OMS/);
	});
});
