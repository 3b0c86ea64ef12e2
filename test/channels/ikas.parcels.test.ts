import { ikas } from '../../channels/ikas/connector';
import type { UpdateParcel } from '../../domain/channelUpdate';
import { ikasShop } from './ikasShop';
import { packages, parcel, placed, told, tracking, writes } from './ikasUpdate';
import type { IkasShop } from './ikasUpdate';
import { failureOf } from './testShop';

const { send } = ikas.updates;

const ready = 'package:READY_FOR_SHIPMENT';
const shipped = 'package:FULFILLED';

const numbered = (number: string) => ({ tracking: { ...tracking, number } });

// How ikas represents a line that is packaged in part is not known (reference/ikas.md 11.1), so both ways have to do.
describe.each([true, false])(
	'parcels of an ikas order, packaged pieces keep their id: %s',
	(keeps) => {
		let shop: IkasShop;
		beforeEach(async () => {
			shop = await ikasShop({ packagedPieceKeepsId: keeps });
		});
		afterEach(() => shop.close());

		const tell = async (
			order: ReturnType<typeof placed>,
			status: string,
			parcels: UpdateParcel[],
		) => await send(shop.seller, told(order, status, { parcels }));

		it('each become a package of exactly its units, however often they are told', async () => {
			const order = placed(shop, { lines: [{ sku: 'ETEK-36', quantity: 5 }] });
			const line = order.lines[0]?.id ?? '';
			const first = [parcel(1, { [line]: 2 }, numbered('A'))];
			const second = [parcel(2, { [line]: 2 }, numbered('B'))];
			const third = [parcel(3, { [line]: 1 }, numbered('C'))];
			for (const parcels of [first, first, second, third, second, first, third]) {
				await tell(order, ready, parcels);
			}
			for (const parcels of [third, first, first, second]) await tell(order, shipped, parcels);
			expect(packages(shop, order).sort()).toEqual([
				'FULFILLED A: 2 ETEK-36',
				'FULFILLED B: 2 ETEK-36',
				'FULFILLED C: 1 ETEK-36',
			]);
			expect(writes(shop)).toHaveLength(6);
			expect(shop.sandbox.order(order.id).package).toBe('FULFILLED');
		});

		it('go in one update, each with its own tracking, and arrive in one', async () => {
			const lines = [
				{ sku: 'ETEK-36', quantity: 3 },
				{ sku: 'ETEK-38', quantity: 1 },
			];
			const order = placed(shop, { lines });
			const [first = '', second = ''] = order.lines.map(({ id }) => id);
			const parcels = [
				parcel(1, { [first]: 2 }, numbered('A')),
				parcel(2, { [first]: 1, [second]: 1 }, numbered('B')),
			];
			await tell(order, shipped, parcels);
			expect(packages(shop, order).sort()).toEqual([
				'FULFILLED A: 2 ETEK-36',
				expect.stringMatching(/^FULFILLED B: 1 ETEK-3[68], 1 ETEK-3[68]$/),
			]);
			await tell(order, 'package:DELIVERED', parcels);
			expect(shop.sandbox.order(order.id).package).toBe('DELIVERED');
		});

		it('take their units from all pieces that a line was split into', async () => {
			const order = placed(shop, { lines: [{ sku: 'ETEK-36', quantity: 6 }] });
			const line = order.lines[0]?.id ?? '';
			await tell(order, ready, [parcel(1, { [line]: 2 })]);
			shop.sandbox.advance(order.id, { package: 'UNFULFILLED' });
			expect(shop.sandbox.order(order.id).lines).toHaveLength(2);
			await tell(order, shipped, [parcel(2, { [line]: 5 })]);
			const shippedUnits = shop.sandbox
				.order(order.id)
				.lines.filter(({ status }) => status === 'FULFILLED')
				.reduce((sum, { quantity }) => sum + quantity, 0);
			expect(shippedUnits).toBe(5);
		});

		it('leave what the customer cancelled in part out', async () => {
			const order = placed(shop, { lines: [{ sku: 'ETEK-36', quantity: 3 }] });
			const line = order.lines[0]?.id ?? '';
			shop.sandbox.cancel(order.id, [{ id: line, quantity: 1 }]);
			await tell(order, shipped, [parcel(1, { [line]: 2 })]);
			expect(packages(shop, order)).toEqual(['FULFILLED TR-1: 2 ETEK-36']);
		});

		it('are not told where the customer has cancelled units that are in them', async () => {
			const order = placed(shop, { lines: [{ sku: 'ETEK-36', quantity: 3 }] });
			const line = order.lines[0]?.id ?? '';
			shop.sandbox.cancel(order.id, [{ id: line, quantity: 1 }]);
			const failure = await failureOf(tell(order, shipped, [parcel(1, { [line]: 3 })]));
			expect(failure).toMatchObject({
				kind: 'rejected',
				message: expect.stringMatching(new RegExp(`${order.number}.*1 of line ${line}`)),
			});
			expect(writes(shop)).toEqual([]);
		});

		it('move every package that a person has made of their lines', async () => {
			const lines = ['ETEK-36', 'ETEK-38', 'ETEK-40'].map((sku) => ({ sku, quantity: 1 }));
			const order = placed(shop, { lines });
			const units = Object.fromEntries(order.lines.map(({ id }) => [id, 1]));
			const [first = '', second = ''] = order.lines.map(({ id }) => id);
			// Without a number of the ledger they are packages of nobody's name.
			await tell(order, ready, [parcel(0, { [first]: 1 })]);
			await tell(order, ready, [parcel(0, { [second]: 1 })]);
			await tell(order, shipped, [parcel(1, units)]);
			expect(writes(shop)).toEqual([
				...['fulfillOrder', 'fulfillOrder'],
				...['fulfillOrder', 'updateOrderPackageStatus'],
			]);
			expect(packages(shop, order).sort()).toEqual([
				'FULFILLED TR-1: 1 ETEK-36',
				'FULFILLED TR-1: 1 ETEK-38',
				'FULFILLED TR-1: 1 ETEK-40',
			]);
		});

		it('give their name to the package that a person has made of them', async () => {
			const order = placed(shop, { lines: [{ sku: 'ETEK-36', quantity: 4 }] });
			const line = order.lines[0]?.id ?? '';
			await tell(order, ready, [parcel(0, { [line]: 2 })]);
			await tell(order, ready, [parcel(0, { [line]: 4 })]);
			await tell(order, shipped, [parcel(1, { [line]: 2 }, numbered('A'))]);
			await tell(order, shipped, [parcel(2, { [line]: 2 }, numbered('B'))]);
			await tell(order, shipped, [parcel(1, { [line]: 2 }, numbered('A'))]);
			expect(packages(shop, order).sort()).toEqual([
				'FULFILLED A: 2 ETEK-36',
				'FULFILLED B: 2 ETEK-36',
			]);
			expect(writes(shop)).toHaveLength(4);
		});

		it('are not told where a person has packed them together with others', async () => {
			const lines = ['ETEK-36', 'ETEK-38'].map((sku) => ({ sku, quantity: 1 }));
			const order = placed(shop, { lines });
			shop.sandbox.advance(order.id, { package: 'READY_FOR_SHIPMENT' });
			const first = order.lines[0]?.id ?? '';
			const failure = await failureOf(tell(order, shipped, [parcel(1, { [first]: 1 })]));
			expect(failure).toMatchObject({
				kind: 'rejected',
				message: expect.stringContaining('packed otherwise than in the hub'),
			});
			expect(writes(shop)).toEqual([]);
		});

		it('take over the package of a parcel that the hub has routed anew', async () => {
			const order = placed(shop);
			const line = order.lines[0]?.id ?? '';
			await tell(order, ready, [parcel(1, { [line]: 3 })]);
			await tell(order, shipped, [parcel(2, { [line]: 3 })]);
			expect(packages(shop, order)).toEqual(['FULFILLED TR-1: 3 ETEK-36']);
			await tell(order, 'package:DELIVERED', [parcel(2, { [line]: 3 })]);
			expect(packages(shop, order)).toEqual(['DELIVERED TR-1: 3 ETEK-36']);
		});

		it('never take over the package of another parcel that has left', async () => {
			const order = placed(shop, { lines: [{ sku: 'ETEK-36', quantity: 4 }] });
			const line = order.lines[0]?.id ?? '';
			await tell(order, shipped, [parcel(1, { [line]: 2 })]);
			const open = shop.sandbox
				.order(order.id)
				.lines.find(({ status }) => status === 'UNFULFILLED');
			shop.sandbox.cancel(order.id, [{ id: open?.id ?? '' }]);
			const failure = await failureOf(
				tell(order, shipped, [parcel(2, { [line]: 2 }, numbered('B'))]),
			);
			expect(failure.kind).toBe('rejected');
			expect(packages(shop, order)).toEqual(['FULFILLED TR-1: 2 ETEK-36']);
		});

		it('can be told by hand, whatever parcels they were', async () => {
			const order = placed(shop, { lines: [{ sku: 'ETEK-36', quantity: 4 }] });
			const line = order.lines[0]?.id ?? '';
			await tell(order, shipped, [parcel(1, { [line]: 2 })]);
			await tell(order, shipped, [parcel(2, { [line]: 2 })]);
			await tell(order, 'package:DELIVERED', [parcel(0, { [line]: 4 })]);
			expect(shop.sandbox.order(order.id).package).toBe('DELIVERED');
		});

		it('are known again by name also where ikas says that an app unknown to the hub made them', async () => {
			const order = placed(shop);
			const line = order.lines[0]?.id ?? '';
			await tell(order, ready, [parcel(1, { [line]: 3 })]);
			shop.sandbox.advance(order.id, { app: 'some-app' });
			const sent = await tell(order, ready, [parcel(1, { [line]: 3 })]);
			expect(sent.outcome).toBe('already');
		});
	},
);
