import type { BabyshopOrderState } from '../../../sandbox/babyshop/stateTypes';
import { killWhileTelling, slowMs } from '../../kill';
import { bookOf, check, checkEach } from '../../story/check';
import { each } from '../../story/each';
import { allTold } from '../../updates';
import type { BabyshopScene } from '../scene';
import { weather, type Packed } from './packing';

/** What left, and what becomes of it on the channel before the hub hears of it. */
export type Left = Readonly<Record<'delivered' | 'onTheirWay', readonly BabyshopOrderState[]>>;

/** Packed orders leave; the courier collects others before the hub says so. What the hub says of deliveries nobody takes. */
export async function shipping(scene: BabyshopScene, { orders: packed }: Packed): Promise<Left> {
	const { site, random, store, say } = scene;
	const { shop, warehouse } = site;
	const idsOf = (orders: readonly BabyshopOrderState[]) => orders.map(({ id }) => id);
	const [ours, collected] = [packed.slice(0, 18), packed.slice(18)];
	say(`shipping ${ours.length} orders; the courier collects ${collected.length} before that`);
	const only = 'orderShipping';
	const seed = Math.floor(random() * 2 ** 31);
	// Not all may be told before the kill, also where that waits for other channels.
	await shop.faults({ ...weather, only, seed, latencyMs: 2 * slowMs });
	await killWhileTelling(scene, only, () => warehouse.move(store, idsOf(ours), 'shipped'));
	await shop.faults({ ...weather, only, seed });
	await allTold(scene);
	await shop.faults({});
	await each(collected, ({ id }) => shop.advance(id, { status: '20' }));
	await warehouse.move(store, idsOf(collected.slice(0, 3)), 'shipped');
	say('the hub delivers some, and the courier others');
	const [byHub, byCourier] = [ours.slice(0, 6), ours.slice(6, 12)];
	await warehouse.move(store, idsOf(byHub), 'delivered');
	await allTold(scene);
	await each(byCourier, ({ id }) => shop.advance(id, { status: '25' }));
	await checkShipped(scene, ours, byHub);
	return {
		delivered: [...byHub, ...byCourier],
		onTheirWay: [...ours.slice(12), ...collected],
	};
}

async function checkShipped(
	{ site, books }: BabyshopScene,
	ours: readonly BabyshopOrderState[],
	delivered: readonly BabyshopOrderState[],
): Promise<void> {
	const now = new Map((await site.shop.state()).orders.map((order) => [order.id, order]));
	const sent = (await site.shop.calls()).filter(({ kind }) => kind === 'orderShipping');
	const said = JSON.stringify(sent.map(({ body }) => body));
	checkEach(
		ours,
		'orders that left the hub to be shipped on the channel, by their AWB',
		({ id }) => {
			const order = now.get(id);
			return order?.isShippedByApi && said.includes(`"awbNo":"${order.invoices[0]?.awb}"`);
		},
		({ id }) => now.get(id)?.history,
	);
	const { updates, orders } = books();
	const untaken = updates.filter(({ state }) => state === 'untaken');
	const idOf = (id: string) => orders.find(({ channel_id }) => channel_id === id)?.id;
	checkEach(
		delivered,
		'what the channel has no call for to be told as such',
		({ id }) => untaken.some(({ order_id }) => order_id === idOf(id)),
		({ id }) => updates.filter(({ order_id }) => order_id === idOf(id)),
	);
	check(
		!updates.some(({ effect, state }) => effect === 'status' && state === 'exception'),
		'nothing to be refused',
	);
}

/** The hub has heard what became of it. */
export function checkLeft({ books }: BabyshopScene, { delivered, onTheirWay }: Left): void {
	const { row, reserved } = bookOf(books());
	const seen = ({ id }: BabyshopOrderState) => ({ ...row(id), reserved: reserved(id) });
	const is = (status: string) => (order: BabyshopOrderState) =>
		row(order.id)?.status === status && reserved(order.id) === 0;
	checkEach(delivered, 'delivered orders', is('delivered'), seen);
	checkEach(onTheirWay, 'shipped orders', is('shipped'), seen);
}
