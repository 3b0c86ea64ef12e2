import type { BabyshopOrderState } from '../../../sandbox/babyshop/stateTypes';
import { killWhileTelling } from '../../kill';
import { check, checkEach } from '../../story/check';
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

/** Orders are packed: the channel makes a shipment of each, once, whatever comes in between. Answers them. */
export async function packing(scene: BabyshopScene): Promise<readonly BabyshopOrderState[]> {
	const { site, store, random, say } = scene;
	const { shop, warehouse } = site;
	const orders = await assigned(scene, 24);
	const ids = orders.map(({ id }) => id);
	say(`packing ${orders.length} orders; answers to invoices are lost or wrong`);
	await warehouse.move(store, ids, 'picked');
	const before = await shop.lastCall();
	const only = 'generateInvoice';
	await shop.faults({ ...weather, only, seed: Math.floor(random() * 2 ** 31) });
	await killWhileTelling(scene, only, () => warehouse.move(store, ids, 'packed'));
	await allTold(scene);
	await shop.faults({});
	const met = new Set((await shop.calls(before)).map(({ fault }) => fault));
	for (const mishap of ['dropAfter', 'code9AfterEffect'])
		check(met.has(mishap), `${mishap} to have been met while packing`);
	const waiting = waitingFor(scene).filter(({ detail }) => detail.includes('AWB'));
	check(
		waiting.length > 0,
		`orders to wait for their AWB, not ${JSON.stringify(waitingFor(scene))}`,
	);
	return orders;
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

/** By and by the channel has the courier's numbers: they and the labels come by themselves. */
export async function labelling(
	scene: BabyshopScene,
	orders: readonly BabyshopOrderState[],
): Promise<void> {
	const { site, say } = scene;
	say('waiting for the AWBs');
	await until(
		'every packed order to have its AWB',
		async () => {
			await allTold(scene);
			const waiting = waitingFor(scene);
			if (waiting.some(({ due }) => due === 1)) await site.start('send-updates');
			return waiting.length === 0;
		},
		{ seconds: 300, everyMs: 4000, seen: async () => waitingFor(scene) },
	);
	await checkPacked(scene, orders);
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
