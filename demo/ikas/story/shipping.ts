import type { OrderState } from '../../../sandbox/ikas/types';
import { killWhileTelling } from '../../kill';
import { bookOf, check, checkEach } from '../../story/check';
import { allTold } from '../../updates';
import type { IkasScene } from '../scene';

const carrier = 'Aras Kargo';
const numberOf = ({ number }: OrderState) => `TR${number}`;
const lateNumberOf = ({ number }: OrderState) => `LATE${number}`;

/** What meets the calls that change an order, a little of each. */
const weather = {
	dropBefore: 0.2,
	dropAfter: 0.25,
	rate500: 0.1,
	rate429: 0.05,
	cutOff: 0.1,
	latencyMs: 150,
};

/** Orders leave the hub with carrier and tracking number, some with a late one, some arrive; ikas hears of each once. */
export async function shipping(scene: IkasScene): Promise<void> {
	const { site, random, store, say } = scene;
	const { shop, warehouse } = site;
	const orders = await assigned(scene, 30);
	const ids = orders.map(({ id }) => id);
	const [prompt, late] = [orders.slice(0, 22), orders.slice(22)];
	const seed = () => Math.floor(random() * 2 ** 31);
	say(`shipping ${orders.length} orders, ${late.length} without a tracking number yet`);
	await warehouse.move(store, ids, 'picked');
	await warehouse.move(store, ids.slice(0, 12), 'packed');
	await allTold(scene);
	const before = await shop.lastCall();
	await shop.faults({ ...weather, only: 'fulfillOrder', seed: seed() });
	await killWhileTelling(scene, 'fulfillOrder', async () => {
		await warehouse.ship(
			prompt.map((order) => ({ store, id: order.id, number: numberOf(order), carrier })),
		);
		await warehouse.move(store, ids.slice(22), 'shipped');
	});
	await allTold(scene);
	say('tracking numbers that come late, and parcels that arrive');
	await shop.faults({ ...weather, only: 'updateOrderPackageStatus', seed: seed() });
	await warehouse.track(
		late.map((order) => ({ store, id: order.id, number: lateNumberOf(order) })),
	);
	await warehouse.move(store, ids.slice(0, 6), 'delivered');
	await allTold(scene);
	await shop.faults({});
	const met = new Set((await shop.calls(before)).map(({ fault }) => fault));
	for (const mishap of ['dropBefore', 'dropAfter'])
		check(met.has(mishap), `${mishap} to have been met while sending`);
	await checkShown(scene, prompt, late);
}

/** Orders that the hub has assigned and that nothing has happened to since, as ikas has them. */
export async function assigned(
	{ site, books }: IkasScene,
	count: number,
): Promise<readonly OrderState[]> {
	const { isAssigned, exceptionOf, row } = bookOf(books());
	const { orders } = await site.shop.state();
	const free = orders.filter(
		({ id, status, package: shipped }) =>
			isAssigned(id) &&
			!exceptionOf(id) &&
			row(id)?.flag === null &&
			status === 'CREATED' &&
			shipped === 'UNFULFILLED',
	);
	check(free.length >= count, `${count} assigned orders, not ${free.length}`);
	return free.slice(0, count);
}

async function checkShown(
	{ site }: IkasScene,
	prompt: readonly OrderState[],
	late: readonly OrderState[],
): Promise<void> {
	const now = new Map((await site.shop.state()).orders.map((order) => [order.id, order]));
	const parcels = ({ id }: OrderState) =>
		(now.get(id)?.packages ?? []).filter(({ deleted }) => !deleted);
	const shows = (order: OrderState, number: string) => {
		const [parcel, ...more] = parcels(order);
		const isThere = parcel?.status === 'FULFILLED' || parcel?.status === 'DELIVERED';
		return more.length === 0 && isThere && parcel.tracking?.number === number;
	};
	checkEach(
		prompt,
		'shipped orders to have one package with their number on ikas',
		(order) => shows(order, numberOf(order)),
		parcels,
	);
	checkEach(
		late,
		'late numbers to have reached the package on ikas',
		(order) => shows(order, lateNumberOf(order)),
		parcels,
	);
	const arrived = prompt.filter((order) => parcels(order)[0]?.status === 'DELIVERED');
	check(arrived.length === 6, `6 orders delivered on ikas, not ${arrived.length}`);
}
