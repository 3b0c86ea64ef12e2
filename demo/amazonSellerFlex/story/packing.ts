import type { AmazonShipmentState } from '../../../sandbox/amazonSellerFlex/types';
import { killWhileTelling } from '../../kill';
import { check, checkEach } from '../../story/check';
import { look } from '../../syncs';
import { until } from '../../until';
import { allTold } from '../../updates';
import { assigned, doneByHub, isAccepted } from '../assigned';
import { deskAt } from '../desk';
import { drafts } from '../drafts';
import { boxlessSku } from '../goods';
import type { AmazonScene } from '../scene';

/** What meets the calls that change a shipment, a little of each. */
export const weather = {
	dropBefore: 0.03,
	dropAfter: 0.06,
	rate500: 0.02,
	rate429: 0.01,
	cutOff: 0.02,
	labelFailure: 0.15,
	latencyMs: 100,
};

const minuteMs = 60_000;

/** Orders are picked: Amazon gets packages, slot and invoice, the hub gets labels and tracking numbers. Answers them. */
export async function packing(
	scene: AmazonScene,
	{ boxless, early }: SlowOrders,
): Promise<readonly AmazonShipmentState[]> {
	const { site, store, random, say } = scene;
	const { shop, warehouse } = site;
	const isSpecial = ({ id }: AmazonShipmentState) =>
		[...boxless, ...early].some((order) => order.id === id);
	const usual = await assigned(scene, 20, (order) => isAccepted(order) && !isSpecial(order));
	const orders = [...usual, ...boxless, ...early];
	say(
		`picking ${orders.length} orders: ${boxless.length} of unknown size, ${early.length} too early`,
	);
	const before = await shop.lastCall();
	await shop.faults({ ...weather, seed: Math.floor(random() * 2 ** 31) });
	const ids = orders.map(({ id }) => id);
	await killWhileTelling(scene, 'createPackages', () => warehouse.move(store, ids, 'picked'));
	await allTold(scene);
	await shop.faults({});
	await checkWaiting(scene, boxless);
	say('measuring what has no size, and waiting until the early ones may be packed');
	await deskAt(site).measure(boxless.map(({ id }) => id));
	await until(
		'nothing to wait for a size or a time',
		async () => {
			await allTold(scene);
			return waitingFor(scene).length === 0;
		},
		{ seconds: 900, everyMs: 2000, seen: async () => waitingFor(scene) },
	);
	const met = new Set((await shop.calls(before)).map(({ fault }) => fault));
	check(met.has('dropAfter'), 'an answer to have been lost while packing');
	await checkPacked(scene, orders);
	return orders;
}

export type SlowOrders = Readonly<Record<'boxless' | 'early', readonly AmazonShipmentState[]>>;

/** Some whose size nobody knows, and some that nobody may pack yet. */
export async function placeSlowOrders({ site, random }: AmazonScene): Promise<SlowOrders> {
	const { shop } = site;
	// By the hub's clock, which the story does not move.
	const earliest = new Date(Date.now() + 4 * minuteMs).toISOString();
	const boxless = await shop.place(
		drafts(5, random, { lines: [{ sku: boxlessSku, quantity: 1 }], location: 'DXB1' }),
	);
	const early = await shop.place(drafts(2, random, { earliestPackDateTime: earliest }));
	return { boxless, early };
}

interface Waiting {
	readonly order: string;
	readonly detail: string;
}

const waitingFor = ({ site, store }: AmazonScene): readonly Waiting[] =>
	look<Waiting>(
		site.ledger,
		`SELECT channel_id AS "order", detail FROM outbox JOIN orders ON orders.id = order_id
		WHERE outbox.store = ? AND state = 'waiting'`,
		store,
	);

async function checkWaiting(
	scene: AmazonScene,
	boxless: readonly AmazonShipmentState[],
): Promise<void> {
	const waiting = waitingFor(scene);
	const why = ({ id }: AmazonShipmentState) => waiting.find(({ order }) => order === id)?.detail;
	checkEach(
		boxless,
		'orders of unknown size to wait, and to say for what',
		(order) => why(order)?.includes('size and weight'),
		why,
	);
}

const steps = ['confirmed', 'packages_created', 'slot_retrieved', 'labels_generated'];

async function checkPacked(
	{ site, books }: AmazonScene,
	orders: readonly AmazonShipmentState[],
): Promise<void> {
	const now = new Map((await site.shop.state()).shipments.map((order) => [order.id, order]));
	const done = ({ id }: AmazonShipmentState) => {
		const order = now.get(id);
		return order ? doneByHub(order).filter((what) => what !== 'invoice_generated') : [];
	};
	checkEach(orders, 'each step once', (order) => done(order).join() === steps.join(), done);
	checkEach(
		orders.filter(({ invoice }) => invoice.isRequired),
		'an invoice where Amazon makes it',
		({ id }) => now.get(id)?.invoice.number,
		({ id }) => now.get(id)?.invoice,
	);
	const { parcels, orders: rows } = books();
	const kept = ({ id }: AmazonShipmentState) => {
		const row = rows.find(({ channel_id }) => channel_id === id);
		return parcels.find(({ order_id }) => order_id === row?.id)?.tracking_number;
	};
	const made = ({ id }: AmazonShipmentState) => now.get(id)?.packages[0]?.label?.trackingId;
	checkEach(
		orders,
		"Amazon's tracking number on each parcel",
		(order) => made(order) && kept(order) === made(order),
		(order) => [kept(order), made(order)],
	);
	const [first] = orders;
	const label = first ? await deskAt(site).printLabel(first.id) : '';
	check(first !== undefined && label.includes(made(first) ?? '?'), 'a label with its number on it');
}
