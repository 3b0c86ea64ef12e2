import type { IconicOrderState } from '../../../sandbox/theIconic/stateTypes';
import { killWhileTelling, slowMs } from '../../kill';
import { bookOf, check, checkEach } from '../../story/check';
import { each } from '../../story/each';
import { wholeSync } from '../../syncs';
import { until } from '../../until';
import { allTold } from '../../updates';
import { deskAt } from '../desk';
import { handedOver, type HandedOver } from '../onShopify';
import { partnerOf } from '../../partnerOf';
import type { IconicScene } from '../scene';
import { checkNotices } from './notices';

/** Carriers as Shopify's people write them, and as The Iconic knows them. */
const carriers = [
	{ company: 'AusPost', provider: 'Australia Post' },
	{ company: 'Star Track Express', provider: 'StarTrack' },
	{ company: 'toll priority', provider: 'Toll Priority' },
] as const;

/** The Iconic's own carrier, which would make the numbers of its parcels itself. */
const integrated = 'Couriers United';

export interface Shipped {
	/** With carrier and number from the start. */
	readonly whole: readonly HandedOver[];
	/** In two parcels. */
	readonly parts: readonly HandedOver[];
	/** Whose numbers come later. */
	readonly bare: readonly HandedOver[];
	readonly byIntegrated: readonly HandedOver[];
}

const carrierFor = (at: number) => carriers[at % carriers.length] ?? carriers[0];
const numberOf = ({ order }: HandedOver, parcel = 1) => `PK-${order.number}-${parcel}`;

const hasMany = ({ items }: IconicOrderState) => items.length > 1;

/** Shopify ships: whole orders and parts of them, some without a tracking number yet. What is kept stays as it is. */
export async function shipping(
	scene: IconicScene,
	kept: readonly IconicOrderState[],
): Promise<Shipped> {
	const { site, say } = scene;
	const { shopify } = site.shop;
	const isFree = ({ id }: IconicOrderState) => !kept.some((order) => order.id === id);
	const many = await handedOver(scene, 6, (order) => hasMany(order) && isFree(order));
	const isOther = ({ id }: IconicOrderState) => !many.some(({ order }) => order.id === id);
	const others = await handedOver(scene, 20, (order) => isOther(order) && isFree(order));
	const shipped: Shipped = {
		parts: many,
		whole: others.slice(0, 12),
		bare: others.slice(12, 18),
		byIntegrated: others.slice(18, 20),
	};
	say('Shopify ships: whole orders, parts, and some without a number yet');
	await shipWhole(scene, shipped, 0, atFirst);
	await each(shipped.parts, (one) =>
		shopify.fulfil(one.made.id, {
			lines: [{ line: goodsOf(one)[0]?.id, quantity: 1 }],
			tracking: { company: 'AusPost', number: numberOf(one) },
		}),
	);
	await each(shipped.bare, ({ made }) => shopify.fulfil(made.id));
	await each(shipped.byIntegrated, (one) =>
		shopify.fulfil(one.made.id, { tracking: { company: integrated, number: numberOf(one) } }),
	);
	return shipped;
}

/** The others leave while n8n tells of them, so that there is something to tell whenever the kill may come. */
const atFirst = 6;

/** Whole orders from and up to those places of the list. */
const shipWhole = ({ site }: IconicScene, { whole }: Shipped, from: number, upTo = whole.length) =>
	each([...whole.entries()].slice(from, upTo), ([at, one]) =>
		site.shop.shopify.fulfil(one.made.id, {
			tracking: { company: carrierFor(at).company, number: numberOf(one) },
		}),
	);

const goodsOf = ({ made }: HandedOver) => made.lines.filter(({ sku }) => sku !== null);

/** What may happen to the calls that move an order on: their effect is there although the answer says otherwise, or nothing. */
const weather = { dropBefore: 0.05, dropAfter: 0.15, rate500: 0.05, cutOff: 0.05, latencyMs: 100 };

/** What has left comes in, and The Iconic hears of it; n8n is killed while it tells. */
export async function telling(scene: IconicScene, shipped: Shipped): Promise<void> {
	const { site, say } = scene;
	const { shop } = site;
	const only = 'setToReadyToShip';
	say('The Iconic hears of it: packed, ready to ship, shipped');
	await shop.faults({ only, latencyMs: 2 * slowMs });
	await killWhileTelling(scene, only, async () => {
		await shipWhole(scene, shipped, atFirst);
		await wholeSync(partnerOf(scene), 'fulfilments');
	});
	await shop.faults({
		...weather,
		only: ['setToPacked', only, 'setToShipped'],
		seed: Math.floor(scene.random() * 2 ** 31),
	});
	await shop.maintain(4000);
	await allTold(scene);
	await shop.faults({});
	await checkLeft(scene, shipped);
}

async function checkLeft(
	{ site, books }: IconicScene,
	{ whole, parts, bare }: Shipped,
): Promise<void> {
	const now = await nowOf(site.shop);
	const { row } = bookOf(books());
	const seen = ({ order }: HandedOver) => [row(order.id)?.status, now(order)];
	const named = (all: readonly HandedOver[]) => all.map((one) => ({ ...one, id: one.order.id }));
	checkEach(
		named(whole).map((one, at) => ({ ...one, at })),
		'whole orders shipped, with provider and number',
		({ order, made, at }) => {
			const [parcel, ...more] = now(order)?.packages ?? [];
			return (
				row(order.id)?.status === 'shipped' &&
				now(order)?.items.every(({ status }) => status === 'shipped') &&
				more.length === 0 &&
				parcel?.provider === carrierFor(at).provider &&
				parcel.tracking === numberOf({ order, made })
			);
		},
		seen,
	);
	checkEach(
		named(parts),
		'one item shipped of what left in part',
		({ order }) =>
			now(order)?.items.filter(({ status }) => status === 'shipped').length === 1 &&
			now(order)?.packages.length === 1,
		seen,
	);
	checkEach(
		named(bare),
		'what has no number yet to be told as nothing',
		({ order }) => now(order)?.items.every(({ status }) => status === 'pending'),
		seen,
	);
}

const nowOf = async (shop: IconicScene['site']['shop']) => {
	const orders = new Map((await shop.state()).orders.map((order) => [order.id, order]));
	return ({ id }: Pick<IconicOrderState, 'id'>) => orders.get(id);
};

/** The rest leaves, and numbers come; then the papers are printed. */
export async function arrived(scene: IconicScene, shipped: Shipped): Promise<void> {
	const { site, say } = scene;
	const { shopify } = site.shop;
	const { whole, parts, bare, byIntegrated } = shipped;
	say('the rest leaves, and late numbers come');
	await each(parts, (one) =>
		shopify.fulfil(one.made.id, { tracking: { company: 'AusPost', number: numberOf(one, 2) } }),
	);
	await each(bare, (one) =>
		shopify.track(one.made.id, { tracking: { company: 'AusPost', number: numberOf(one) } }),
	);
	await wholeSync(partnerOf(scene), 'fulfilments');
	await allTold(scene);
	const now = await nowOf(site.shop);
	const { row } = bookOf(scene.books());
	checkEach(
		[...parts, ...bare, ...byIntegrated].map((one) => ({ ...one, id: one.order.id })),
		'all of it shipped on The Iconic',
		({ order }) => now(order)?.items.every(({ status }) => status === 'shipped'),
		({ order }) => [row(order.id)?.status, now(order)],
	);
	await printed(scene, whole.slice(5, 10));
}

/** Shopify says so at once, and both sides hear of it. */
export async function delivered(scene: IconicScene, { whole }: Shipped): Promise<void> {
	const { shop } = scene.site;
	const some = whole.slice(0, 5).map((one) => ({ ...one, id: one.order.id }));
	scene.say('some parcels arrive');
	await each(some, ({ made }) => shop.shopify.progress(made.id, 'DELIVERED'));
	await checkNotices(scene, some.length);
	// Shopify's search lags behind: the sync after the next one sees it at the latest.
	await until(
		'what has arrived to be delivered there and here',
		async () => {
			await wholeSync(partnerOf(scene), 'fulfilments');
			await allTold(scene);
			const now = await nowOf(shop);
			const { row } = bookOf(scene.books());
			return some.every(
				({ id, order }) =>
					row(id)?.status === 'delivered' &&
					now(order)?.items.every(({ status }) => status === 'delivered'),
			);
		},
		{
			seconds: 900,
			async seen() {
				const [now, { row }] = [await nowOf(shop), bookOf(scene.books())];
				return some.map(({ id, order }) => [row(id)?.status, now(order)?.items]);
			},
		},
	);
}

/** Label and invoice, fetched from The Iconic as files to print. */
async function printed({ site, say }: IconicScene, some: readonly HandedOver[]): Promise<void> {
	const desk = deskAt(site);
	for (const one of some) {
		for (const what of ['label', 'invoice'] as const) {
			const file = await desk.print(what, one.order.id);
			const isPaper = file.startsWith('%PDF-') && file.includes(numberOf(one));
			check(isPaper, `the ${what} of ${one.order.number}, a PDF, not ${file.slice(0, 200)}`);
		}
	}
	say(`${some.length} labels and invoices are printed`);
}
