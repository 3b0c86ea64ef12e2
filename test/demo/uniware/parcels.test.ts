import { exception, settings } from '../outlet/support/books';
import { a, b, shopWith } from '../outlet/support/shopBooks';
import { auditOf, foundIn } from './support/books';
import { madeA, madeB, uniwareWith } from './support/uniwareBooks';

describe('the auditor of an OMS, of what has left', () => {
	const delivered = uniwareWith([
		{
			...{ ...madeB, items: ['DELIVERED', 'DELIVERED'] },
			packages: [{ status: 'DELIVERED', tracking: 'BD-1', units: 2 }],
		},
	]);
	const arrived = "UPDATE orders SET status = 'delivered' WHERE id = 2";

	it('the hub knows what has left, and what comes back', () => {
		const sql = (status: string) => `UPDATE orders SET status = '${status}' WHERE id = 2`;
		expect(foundIn({ sql: sql('new_order') })).toContain(
			'lost: order Nb is shipped in the OMS and new_order in the hub',
		);
		const back = uniwareWith([
			{ ...madeB, packages: [{ status: 'RETURN_EXPECTED', tracking: 'BD-1', units: 2 }] },
		]);
		const lost = 'lost: order Nb is return_to_origin in the OMS and shipped in the hub';
		expect(foundIn({ uniware: back })).toEqual([lost]);
		expect(foundIn({ uniware: back, sql: sql('return_to_origin') })).toEqual([]);
		expect(foundIn({ uniware: back, sql: exception('b') })).toEqual([]);
	});

	it('what the shop shows as gone has left', () => {
		const shop = shopWith({ ...a, shown: [{ number: 'BD-9', units: 1 }] });
		const found = 'effectsDoubled: order Na: 1 x TEE shown as gone, nothing in the OMS';
		expect(foundIn({ shop })).toEqual([found]);
		expect(foundIn({ shop, sql: exception('a') })).toEqual([]);
		const undone = shopWith({ ...a, shown: [{ number: 'BD-9', units: 1, isUndone: true }] });
		expect(foundIn({ shop: undone })).toEqual([]);
		const ready = shopWith({
			...a,
			shown: [{ number: null, units: 1, status: 'READY_FOR_SHIPMENT' }],
		});
		expect(foundIn({ shop: ready })).toEqual([]);
	});

	it('what the shop shows as arrived has arrived', () => {
		const shop = shopWith({ ...b, shown: [{ number: 'BD-1', units: 2, status: 'DELIVERED' }] });
		expect(foundIn({ shop })).toEqual([
			'effectsDoubled: order Nb: 2 x TEE shown as arrived, nothing in the OMS',
		]);
		expect(foundIn({ shop, sql: arrived, uniware: delivered })).toEqual([]);
	});

	it('what has left is shown, with its number', () => {
		const found = (number?: string) =>
			foundIn({ shop: shopWith({ ...b, shown: number ? [{ number, units: 2 }] : [] }) });
		const lost = 'lost: order Nb left the OMS with BD-1, which the channel does not show';
		expect(found()).toEqual([lost]);
		expect(found('BD-2')).toEqual([lost]);
		expect(found('BD-1')).toEqual([]);
	});

	it('nothing is due of what a person was told, of a cancelled order, or where nobody is told', () => {
		const shop = shopWith({ ...b, shown: [] });
		expect(foundIn({ shop, sql: exception('b') })).toEqual([]);
		const silent = `UPDATE store_settings SET settings = '${settings('delivered')}'`;
		expect(foundIn({ shop, sql: silent })).toEqual([]);
		const cancelled = shopWith({ ...b, shown: [], status: 'CANCELLED' });
		const late = "UPDATE orders SET channel_status = 'status:CANCELLED' WHERE id = 2;";
		expect(foundIn({ shop: cancelled, sql: `${late} ${exception('b')}` })).toEqual([]);
	});

	it('is shown with all of its units, and its courier', () => {
		const shown = (change: object) =>
			foundIn({ shop: shopWith({ ...b, shown: [{ number: 'BD-1', units: 2, ...change }] }) });
		expect(shown({ units: 1 })).toEqual([
			'lost: order Nb left the OMS with BD-1: 2 x TEE; the channel shows 1 x TEE',
		]);
		expect(shown({ carrier: 'DTDC' })).toEqual([
			'lost: order Nb left the OMS with BD-1 by BLUEDART; the channel shows DTDC',
		]);
	});

	it('what has arrived is shown so, where the shop is told of that', () => {
		expect(foundIn({ sql: arrived, uniware: delivered })).toEqual([
			'lost: order Nb left the OMS with BD-1 and arrived; the channel does not show that',
		]);
		const silent = `UPDATE store_settings SET settings = '${settings('shipped')}'`;
		expect(foundIn({ sql: `${arrived}; ${silent}`, uniware: delivered })).toEqual([]);
	});

	it('counts orders in the OMS, and those whose state there came back', () => {
		const counts = (planted: Parameters<typeof auditOf>[0] = {}) => {
			const { ordersCreated, statusesBack } = auditOf(planted).counts;
			return { ordersCreated, statusesBack };
		};
		expect(counts()).toEqual({ ordersCreated: 3, statusesBack: 1 });
		expect(counts({ uniware: delivered })).toEqual({ ordersCreated: 3, statusesBack: 0 });
		expect(counts({ uniware: delivered, sql: arrived })).toMatchObject({ statusesBack: 1 });
		const cancelled = (cancelledBy: 'api' | 'desk') =>
			counts({
				sql: "UPDATE orders SET status = 'cancelled' WHERE id = 1",
				uniware: uniwareWith([{ ...madeA, items: ['CANCELLED'], cancelledBy }]),
			});
		expect(cancelled('desk')).toMatchObject({ statusesBack: 2 });
		expect(cancelled('api')).toMatchObject({ statusesBack: 1 });
		expect(counts({ uniware: uniwareWith([{ ...madeA, items: [] }]) })).toMatchObject({
			ordersCreated: 2,
		});
	});
});
