import { draft, engines, ikasStore, settings } from '../support/ledgers';
import { line, placed, revised } from '../support/placed';

const parts = {
	name: 'parts',
	strategy: 'mostStock',
	split: { smallestValue: 0, mostParcels: null },
} as const;

describe.each(engines)(
	'an order of two parcels, one of which is being picked, on $engine',
	({ open }) => {
		const hub = ikasStore(open);
		const order = placed('1', { lines: [line('1', 'A', 2), line('2', 'B', 1)] });

		/** Answers the picked parcel. */
		async function pickHalf() {
			await hub.ledger.saveRuleSet({ code: 'parts', rules: [parts] });
			await hub.ledger.saveStore(
				draft({ settings: settings({ ruleSet: 'parts', splitOrders: true }) }),
			);
			for (const [sku, at] of [
				['A', 'ankara'],
				['B', 'istanbul'],
			] as const)
				await hub.ledger.setStock([{ seller: 'acme', sku, hub: at, onHand: 0 }]);
			await hub.take(order);
			await hub.route();
			const [first] = (await hub.order('1')).parcels;
			await hub.ledger.changeStatus('ikas-tr', '1', 'picked', { parcel: first?.parcel ?? 0 });
		}
		const parcels = async () =>
			(await hub.order('1')).parcels.map(({ hub: at, status }) => `${at} ${status}`);
		const both = ['istanbul picked', 'ankara new_order'];

		test('G6: is not put on hold', async () => {
			await pickHalf();
			expect(await parcels()).toEqual(both);
			await expect(hub.ledger.changeStatus('ikas-tr', '1', 'on_hold')).rejects.toThrow(
				'is being picked',
			);
			expect(await parcels()).toEqual(both);
		});

		test('G6: gets no other hub', async () => {
			await pickHalf();
			await hub.ledger.setStock(
				['A', 'B'].map((sku) => ({ seller: 'acme', sku, hub: 'ankara', onHand: 10 })),
			);
			await expect(hub.ledger.assignHub('ikas-tr', '1', 'ankara')).rejects.toThrow('picked');
			expect(await parcels()).toEqual(both);
		});

		test('G6: stays with its hubs when the channel holds it', async () => {
			await pickHalf();
			await hub.take(revised(order, 5, { hubStatus: 'on_hold', statuses: ['status:ON_HOLD'] }));
			expect(await parcels()).toEqual(both);
		});
	},
);

describe.each(engines)('an order that waits for goods, on $engine', ({ open }) => {
	const hub = ikasStore(open);
	const order = placed('1', { lines: [line('1', 'A', 11)] });
	const held = { hubStatus: 'on_hold', statuses: ['status:ON_HOLD'] } as const;

	test.each([
		['as it was', held],
		['with other lines', { ...held, lines: [line('1', 'A', 12)] }],
	])('G5: gets none once the channel holds it, %s', async (_, change) => {
		await hub.take(order);
		await hub.route();
		await hub.take(revised(order, 5, change));
		await hub.ledger.setStock([{ seller: 'acme', sku: 'A', hub: 'ankara', onHand: 50 }]);
		await hub.route();
		expect(await hub.order('1')).toMatchObject({
			holdReason: 'require_manual_approval',
			parcels: [],
		});
	});

	test('G6: has no hub because it once had one', async () => {
		await hub.take(placed('2'));
		await hub.route();
		await hub.ledger.changeStatus('ikas-tr', '2', 'on_hold');
		await hub.ledger.changeStatus('ikas-tr', '2', 'created');
		await expect(hub.ledger.changeStatus('ikas-tr', '2', 'new_order')).rejects.toThrow(
			'no hub yet',
		);
	});
});
