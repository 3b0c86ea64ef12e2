import type { OkerOrderState } from '../../../sandbox/oker/stateTypes';
import type { OkerFaults } from '../../../sandbox/oker/types';
import { killWhileTelling } from '../../kill';
import { bookOf, check, checkEach } from '../../story/check';
import { untilWeatherMet } from '../../story/met';
import { look } from '../../syncs';
import { until } from '../../until';
import { allTold } from '../../updates';
import { assigned, doneByHub } from '../assigned';
import { deskAt } from '../desk';
import { courierMinutes, labelMinutes } from '../openOker';
import type { OkerScene } from '../scene';

/** What meets the calls that change an order: their effect may be there although nobody says so. */
export const weather: OkerFaults = {
	dropBefore: 0.03,
	dropAfter: 0.2,
	rate500: 0.03,
	cutOff: 0.05,
	inProgress: 0.03,
	latencyMs: 100,
};

export interface Packed {
	readonly orders: readonly OkerOrderState[];
}

const only = 'packOrder';

/** Orders are packed, none of those that others look at, and n8n is killed while Oker makes the first invoices. */
export async function packing(
	scene: OkerScene,
	others: readonly OkerOrderState[],
): Promise<Packed> {
	const { site, store, say } = scene;
	const isFree = ({ id }: OkerOrderState) => !others.some((other) => other.id === id);
	const orders = await assigned(scene, 36, isFree);
	const ids = orders.map(({ id }) => id);
	say(`packing ${orders.length} orders; answers about invoices are lost`);
	const after = await site.shop.lastCall();
	await site.warehouse.move(store, ids, 'picked');
	await badWeather(scene);
	await killWhileTelling(scene, only, () => site.warehouse.move(store, ids, 'packed'));
	await untilWeatherMet(scene, { call: only, after, wanted: ['dropAfter'] });
	return { orders };
}

const badWeather = ({ site: { shop }, random }: OkerScene) =>
	shop.faults({ ...weather, only, seed: Math.floor(random() * 2 ** 31) });

/** An invoice is made of each, whatever comes in between; then they wait for the courier. */
export async function invoicing(scene: OkerScene, { orders }: Packed): Promise<void> {
	const { site, say } = scene;
	await badWeather(scene);
	await allTold(scene);
	await site.shop.faults({});
	const waiting = waitingFor(scene);
	checkEach(
		orders,
		'packed orders to wait for their courier',
		({ id }) => waiting.find(({ order }) => order === id)?.detail.includes('no courier'),
		({ id }) => waiting.find(({ order }) => order === id),
	);
	say(`${waiting.length} orders wait for their courier`);
	const [last] = (await invoicedAmong(scene, orders)).toSorted((a, b) => b.at - a.at);
	if (last) await packedByHand(scene, last);
}

interface Invoiced {
	readonly id: string;
	/** By the clock of Oker. */
	readonly at: number;
}

async function invoicedAmong(
	{ site }: OkerScene,
	orders: readonly OkerOrderState[],
): Promise<readonly Invoiced[]> {
	const now = (await site.shop.state()).orders;
	return now
		.filter(({ id }) => orders.some((order) => order.id === id))
		.map(({ id, invoicedAt }) => ({ id, at: invoicedAt ?? 0 }));
}

/**
 * Somebody asks for an order by hand: first the courier is not there, then the label is not, and then all is. It is the one that was
 * invoiced last, so by then all have theirs.
 */
async function packedByHand({ site, say }: OkerScene, order: Invoiced): Promise<void> {
	const said = async (expected: RegExp) => {
		const [told] = await deskAt(site).packByHand(order.id);
		check(expected.test(told?.detail ?? ''), `${expected}, not ${JSON.stringify(told)}`);
	};
	await said(/no courier/);
	// What has passed since the invoice counts: the label is not to be there already.
	const passed = ((await site.shop.now()) - order.at) / 60_000;
	await site.shop.letPass(Math.ceil(courierMinutes - passed));
	await said(/not given its label/);
	await site.shop.letPass(labelMinutes);
	await said(/invoice OKINV-\d+, AWB/);
	say('the courier is assigned at last, and the label is there');
}

interface Waiting {
	readonly order: string;
	readonly detail: string;
	/** 1 where it may be tried again by now. */
	readonly due: number;
}

const waitingFor = ({ site, store }: OkerScene): readonly Waiting[] =>
	look<Waiting>(
		site.ledger,
		`SELECT channel_id AS "order", detail, due_at <= unixepoch('subsec') * 1000 AS due
		FROM outbox JOIN orders ON orders.id = order_id WHERE outbox.store = ? AND outbox.state = 'waiting'`,
		store,
	);

/** By and by Oker has courier and label: they come by themselves. */
export async function labelling(scene: OkerScene, { orders }: Packed): Promise<void> {
	const { site } = scene;
	await until(
		'every packed order to have its courier and label',
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

async function checkPacked(
	{ site, books }: OkerScene,
	orders: readonly OkerOrderState[],
): Promise<void> {
	const now = new Map((await site.shop.state()).orders.map((order) => [order.id, order]));
	const done = ({ id }: OkerOrderState) => {
		const order = now.get(id);
		return order ? doneByHub(order) : [];
	};
	checkEach(orders, 'one invoice of each order', (one) => done(one).join() === 'invoiced', done);
	const { parcels } = books();
	const { row } = bookOf(books());
	const kept = ({ id }: OkerOrderState) =>
		parcels.find(({ order_id }) => order_id === row(id)?.id)?.tracking_number;
	const made = ({ id }: OkerOrderState) => now.get(id)?.awb;
	checkEach(
		orders,
		"the courier's number on each parcel",
		(order) => made(order) && kept(order) === made(order),
		(order) => [kept(order), made(order)],
	);
	const [first] = orders;
	if (!first) return;
	const label = await deskAt(site).keptLabel(first.id);
	check(
		label.startsWith('%PDF-') && label.includes(made(first) ?? '?'),
		'a label to print, a PDF with the number on it',
	);
}
