import type { OkerOrderState } from '../../../sandbox/oker/stateTypes';
import { killWhileTelling, slowMs } from '../../kill';
import { bookOf, check, checkEach } from '../../story/check';
import { each } from '../../story/each';
import { until } from '../../until';
import { allTold } from '../../updates';
import { gateAt } from '../gate';
import { hubs, warehouses } from '../goods';
import type { OkerScene } from '../scene';
import { weather } from './packing';

type Orders = readonly OkerOrderState[];

/** What left, and what becomes of it on Oker before the hub hears of it. */
export type Left = Readonly<Record<'delivered' | 'refused' | 'back' | 'onTheirWay', Orders>>;

const idsOf = (orders: Orders) => orders.map(({ id }) => id);

const only = 'dispatchOrders';

/** Packed orders are listed and handed over hub by hub: closing the list is what tells Oker that they have left. */
export async function shipping(scene: OkerScene, packed: Orders): Promise<Left> {
	const { site, random, say } = scene;
	const { shop } = site;
	const [handed, listed] = [packed.slice(0, 4), packed.slice(4)];
	say(`listing ${listed.length} orders on manifests, and closing them; one of them Oker refuses`);
	const manifests = await list(scene, listed);
	const wrong = await spoil(scene, listed);
	const seed = Math.floor(random() * 2 ** 31);
	// Not all may be told before the kill, also where that waits for other channels.
	await shop.faults({ ...weather, only, seed, latencyMs: 2 * slowMs });
	const gate = gateAt(site);
	await killWhileTelling(scene, only, async () => {
		await each(manifests, gate.close);
	});
	await shop.faults({ ...weather, only, seed });
	await allTold(scene);
	await shop.faults({});
	await retryOne(scene, { manifests, wrong, listed });
	await withoutManifest(scene, handed);
	return await fates(scene, packed);
}

/** One for each hub; what is on it is printed to be signed. */
async function list(scene: OkerScene, orders: Orders): Promise<readonly string[]> {
	const gate = gateAt(scene.site);
	const ofEach = hubs
		.map(({ code }, at) => ({
			hub: code,
			orders: orders.filter(({ facility }) => facility === warehouses[at]?.code),
		}))
		.filter((one) => one.orders.length > 0);
	return await each(ofEach, async ({ hub, orders: some }) => {
		const { code } = await gate.open(hub);
		const added = await gate.add(code, idsOf(some));
		check(
			added.length === some.length && added.every(({ outcome }) => outcome === 'added'),
			`all of ${some.length} orders on the manifest of ${hub}, not ${JSON.stringify(added)}`,
		);
		const page = await gate.printList(code);
		checkEach(
			some,
			'every order on the list to print',
			({ number }) => page.includes(number),
			() => page.length,
		);
		return code;
	});
}

/** Oker has one order shipped from elsewhere, by mistake; lists show that later, and by then it is put right. */
async function spoil({ site: { shop } }: OkerScene, orders: Orders): Promise<OkerOrderState> {
	const wrong = orders.find(({ facility }) => facility === warehouses[0]?.code);
	if (!wrong) throw new Error('expected a packed order of the first warehouse');
	await shop.faults({ lateRows: 1, lateMs: 8 * 60_000, seed: 1 });
	const facilityCode = warehouses[1]?.code;
	await shop.edit(wrong.id, { overrides: { orderItems: [{ facilityCode }] } });
	return wrong;
}

interface Closed {
	readonly manifests: readonly string[];
	readonly wrong: OkerOrderState;
	readonly listed: Orders;
}

/** Everything else was told; once Oker has put its mistake right, that one order is told again, and no other. */
async function retryOne(scene: OkerScene, { manifests, wrong, listed }: Closed): Promise<void> {
	const { site, say } = scene;
	const gate = gateAt(site);
	const results = async () => (await each(manifests, gate.get)).flatMap(({ orders }) => orders);
	const failed = (await results()).filter(({ result }) => result !== 'dispatched');
	check(
		failed.length === 1 && failed[0]?.order === wrong.id && failed[0].result === 'refused',
		`only order ${wrong.number} refused, not ${JSON.stringify(failed)}`,
	);
	say(`Oker refused one: ${failed[0]?.why}`);
	await site.shop.faults({ lateRows: 1, lateMs: 8 * 60_000, seed: 1 });
	await site.shop.edit(wrong.id, { overrides: null });
	await site.shop.faults({});
	const before = await site.shop.lastCall();
	const retried = (await each(manifests, gate.retryFailed)).flat();
	check(
		retried.length === 1 && retried[0]?.outcome === 'queued',
		`one order to be retried, not ${JSON.stringify(retried)}`,
	);
	await allTold(scene);
	const told = (await site.shop.calls(before))
		.filter(({ kind }) => kind === only)
		.flatMap(({ items }) => items);
	check(
		told.length > 0 && told.every((item) => item.startsWith(wrong.id)),
		`only order ${wrong.number} to be told again, not ${told.join()}`,
	);
	const dispatched = await dispatchedOn(scene);
	checkEach(
		listed,
		'every order of a manifest to have left Oker with it',
		({ id }) => manifests.includes(dispatched.get(id) ?? ''),
		({ id }) => dispatched.get(id),
	);
}

/** The courier takes some along that are on no list. Oker is not told, and whoever looks reads which, until they are listed. */
async function withoutManifest(scene: OkerScene, orders: Orders): Promise<void> {
	const { site, store, say } = scene;
	const gate = gateAt(site);
	await site.warehouse.move(store, idsOf(orders), 'shipped');
	await allTold(scene);
	const unlisted = await gate.unlisted();
	const isUnlisted = ({ id }: OkerOrderState) => unlisted.some(({ order }) => order === id);
	checkEach(orders, 'what left on no list to be pointed out', isUnlisted, () => unlisted);
	say(`${unlisted.length} orders left without a manifest: ${unlisted[0]?.advice}`);
	const now = await dispatchedOn(scene);
	check(!orders.some(({ id }) => now.has(id)), 'Oker not to be told of them yet');
	const manifests = await list(scene, orders);
	await each(manifests, gate.close);
	await until(
		'Oker to be told of what was listed late',
		async () => {
			const told = await dispatchedOn(scene);
			if (orders.every(({ id }) => told.has(id))) return true;
			await site.start(site.telling);
			return false;
		},
		{ seconds: 900, everyMs: 5000, seen: async () => [...(await dispatchedOn(scene)).keys()] },
	);
	check((await gate.unlisted()).length === 0, 'nothing to be left without a manifest');
}

const dispatchedOn = async ({ site }: OkerScene): Promise<ReadonlyMap<string, string | null>> =>
	new Map(
		(await site.shop.state()).orders
			.filter(({ dispatchedAt }) => dispatchedAt !== null)
			.map(({ id, manifest }) => [id, manifest]),
	);

/** The marketplace and its courier go on. */
async function fates({ site, say }: OkerScene, orders: Orders): Promise<Left> {
	const { shop } = site;
	say('the courier delivers, and some of it comes back');
	const left: Left = {
		delivered: orders.slice(0, 8),
		refused: orders.slice(8, 12),
		back: orders.slice(12, 16),
		onTheirWay: orders.slice(16),
	};
	const all = [...left.delivered, ...left.back];
	await each(all, ({ id }) => shop.advance(id, { status: 'DELIVERED' }));
	await each(left.refused, ({ id }) => shop.advance(id, { status: 'COURIER_RETURN' }));
	await each(left.back, ({ id }) => shop.advance(id, { status: 'RETURN_REQUESTED' }));
	await each(left.back.slice(2), ({ id }) => shop.advance(id, { status: 'RETURNED' }));
	return left;
}

/** The hub has heard what became of it. */
export function checkLeft({ books }: OkerScene, left: Left): void {
	const { row, reserved } = bookOf(books());
	const seen = ({ id }: OkerOrderState) => ({ ...row(id), reserved: reserved(id) });
	const is =
		(...statuses: readonly string[]) =>
		(order: OkerOrderState) =>
			statuses.includes(row(order.id)?.status ?? '') && reserved(order.id) === 0;
	checkEach(left.delivered, 'delivered orders', is('delivered'), seen);
	checkEach(left.refused, 'orders on their way back', is('return_to_origin'), seen);
	checkEach(left.back, 'returned orders', is('return_in_progress', 'returned'), seen);
	checkEach(left.onTheirWay, 'shipped orders', is('shipped'), seen);
}
