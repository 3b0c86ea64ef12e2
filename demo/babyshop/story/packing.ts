import type { BabyshopOrderState } from '../../../sandbox/babyshop/stateTypes';
import { killWhileTelling, slowMs } from '../../kill';
import { check, checkEach } from '../../story/check';
import { each } from '../../story/each';
import { untilWeatherMet } from '../../story/met';
import { look } from '../../syncs';
import { until } from '../../until';
import { allTold } from '../../updates';
import { assigned, doneByHub } from '../assigned';
import { deskAt } from '../desk';
import type { BabyshopScene } from '../scene';

/** What meets the calls that change an order: their effect may be there although the answer says otherwise, or nothing. */
export const weather = {
	dropBefore: 0.05,
	dropAfter: 0.25,
	rate500: 0.05,
	cutOff: 0.05,
	code9AfterEffect: 0.25,
	latencyMs: 100,
};

export interface Packed {
	readonly orders: readonly BabyshopOrderState[];
}

const only = 'generateInvoice';

/** Orders are packed, and n8n is killed while the channel makes the first shipments. */
export async function packing(scene: BabyshopScene): Promise<Packed> {
	const { site, store, say } = scene;
	const orders = await assigned(scene, 24);
	const ids = orders.map(({ id }) => id);
	say(`packing ${orders.length} orders; answers to invoices are lost or wrong`);
	const after = await site.shop.lastCall();
	await site.warehouse.move(store, ids, 'picked');
	// Not all may be told before the kill, also where that waits for other channels.
	await badWeather(scene, 2 * slowMs);
	await killWhileTelling(scene, only, () => site.warehouse.move(store, ids, 'packed'));
	await badWeather(scene);
	await untilWeatherMet(scene, { call: only, after, wanted: ['dropAfter', 'code9AfterEffect'] });
	return { orders };
}

const badWeather = (
	{ site: { shop }, random }: BabyshopScene,
	latencyMs: number = weather.latencyMs,
) => shop.faults({ ...weather, only, latencyMs, seed: Math.floor(random() * 2 ** 31) });

/** A shipment is made of each, whatever comes in between; then they wait for the courier's numbers. */
export async function invoicing(scene: BabyshopScene): Promise<void> {
	const { site, say } = scene;
	await badWeather(scene);
	await allTold(scene);
	await site.shop.faults({});
	const waiting = waitingFor(scene).filter(({ detail }) => detail.includes('AWB'));
	check(waiting.length > 0, `orders to wait, not ${JSON.stringify(waitingFor(scene))}`);
	say(`${waiting.length} orders wait for their AWB`);
}

interface Waiting {
	readonly order: string;
	readonly detail: string;
	/** 1 where it may be tried again by now. */
	readonly due: number;
}

const waitingFor = ({ site, store }: BabyshopScene): readonly Waiting[] =>
	look<Waiting>(
		site.ledger,
		`SELECT channel_id AS "order", detail, due_at <= unixepoch('subsec') * 1000 AS due
		FROM outbox JOIN orders ON orders.id = order_id WHERE outbox.store = ? AND state = 'waiting'`,
		store,
	);

/** The channel has the courier's numbers now: they and the labels come by themselves. */
export async function labelling(scene: BabyshopScene, { orders }: Packed): Promise<void> {
	const { site } = scene;
	await numbered(scene, orders);
	await until(
		'every packed order to have its AWB',
		async () => {
			await allTold(scene);
			const left = waitingFor(scene);
			if (left.some(({ due }) => due === 1)) await site.start('send-updates');
			return left.length === 0;
		},
		{ seconds: 900, everyMs: 4000, seen: async () => waitingFor(scene) },
	);
	await checkPacked(scene, orders);
}

/** Unless the courier has come before. */
async function numbered({ site: { shop } }: BabyshopScene, packed: readonly BabyshopOrderState[]) {
	const { orders } = await shop.state();
	const waits = orders.filter(
		({ id, invoices }) => packed.some((one) => one.id === id) && invoices.some(({ awb }) => !awb),
	);
	await each(waits, ({ id }) => shop.advance(id, { status: '10' }));
}

async function checkPacked(
	{ site, books }: BabyshopScene,
	orders: readonly BabyshopOrderState[],
): Promise<void> {
	const now = new Map((await site.shop.state()).orders.map((order) => [order.id, order]));
	const done = ({ id }: BabyshopOrderState) => {
		const order = now.get(id);
		return order ? doneByHub(order) : [];
	};
	checkEach(
		orders,
		'one shipment of each order',
		(order) => done(order).join() === 'invoiced',
		done,
	);
	const { parcels, orders: rows } = books();
	const kept = ({ id }: BabyshopOrderState) => {
		const row = rows.find(({ channel_id }) => channel_id === id);
		return parcels.find(({ order_id }) => order_id === row?.id)?.tracking_number;
	};
	const made = ({ id }: BabyshopOrderState) => now.get(id)?.invoices[0]?.awb;
	checkEach(
		orders,
		"the courier's number on each parcel",
		(order) => made(order) && kept(order) === made(order),
		(order) => [kept(order), made(order)],
	);
	const [first] = orders;
	if (!first) return;
	const desk = deskAt(site);
	for (const label of [await desk.keptLabel(first.id), await desk.printAwb(first.id)])
		check(
			label.startsWith('%PDF-') && label.includes(made(first) ?? '?'),
			'an AWB to print, a PDF with the number on it',
		);
}
