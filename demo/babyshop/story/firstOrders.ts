import type { BabyshopOrderState } from '../../../sandbox/babyshop/stateTypes';
import { bookOf, check, checkEach } from '../../story/check';
import { look, wholeSync } from '../../syncs';
import { drafts } from '../drafts';
import { hubs, lateSkus, listingOf, scarceSku, strangeCode } from '../goods';
import type { BabyshopScene } from '../scene';

export interface FirstOrders {
	/** Of codes that the catalog has not yet, and of one that it will never have. */
	readonly unlisted: readonly BabyshopOrderState[];
	readonly strange: readonly BabyshopOrderState[];
	/** In a status that is not mapped yet. */
	readonly pending: readonly BabyshopOrderState[];
}

/** What a tenant may write that no order can be made of. */
const unreadable = [
	{ orderDate: '31/02/2026 10:00:00' },
	{ orderItems: { 0: { orderQty: 'two' } } },
];

/** Every kind of order that a first sync can meet, on more than one page; each must end where it belongs. */
export async function firstOrders(
	scene: BabyshopScene,
	old: readonly BabyshopOrderState[],
): Promise<FirstOrders> {
	const { site, random, say } = scene;
	const { shop } = site;
	say('customers order: good ones, unmapped, unreadable, of unknown codes, more than there is');
	const mapped = [...(await shop.place(drafts(40, random)))];
	const pending = await shop.place(drafts(6, random, { status: '1' }));
	const disputed = await shop.place(drafts(6, random, { status: '45' }));
	const unlisted = await shop.place(
		lateSkus.flatMap((sku) => drafts(3, random, { lines: [{ sku: listingOf(sku), quantity: 1 }] })),
	);
	const strange = await shop.place(
		drafts(6, random, { lines: [{ sku: strangeCode, quantity: 1 }] }),
	);
	const bad = await shop.place(unreadable.flatMap((overrides) => drafts(3, random, { overrides })));
	const scarce = await shop.place(
		drafts(16, random, { lines: [{ sku: listingOf(scarceSku), quantity: 3 }] }),
	);
	mapped.push(...(await shop.place(drafts(40, random))));
	await wholeSync(scene);
	const { row, parkedFor, exceptionOf, isAssigned } = bookOf(scene.books());
	const seen = ({ id }: BabyshopOrderState) =>
		row(id) ?? parkedFor(id) ?? exceptionOf(id) ?? 'nowhere';
	const heldFor = ({ id }: BabyshopOrderState) => row(id)?.hold_reason;
	const parked = (reason: string) => (order: BabyshopOrderState) => parkedFor(order.id) === reason;
	const isShort = (order: BabyshopOrderState) => heldFor(order) === 'inventory_not_present';
	checkEach(mapped, 'a hub and a reservation', ({ id }) => isAssigned(id), seen);
	checkEach(old, 'parked orders of before the connection', parked('before_connection'), seen);
	checkEach([...pending, ...disputed], 'parked orders', parked('unmapped_status'), seen);
	checkEach([...unlisted, ...strange], 'on hold', (o) => heldFor(o) === 'sku_not_valid', seen);
	checkEach(bad, 'exceptions', ({ id }) => exceptionOf(id)?.kind === 'unreadable', seen);
	checkEach(scarce, 'assigned or short', (order) => isAssigned(order.id) || isShort(order), seen);
	// Each hub has four carousels, an order wants three: no hub can serve two of them.
	check(scarce.filter(isShort).length >= scarce.length - hubs.length, 'most on hold');
	checkTimes(scene, mapped);
	await checkSignIns(scene, 1);
	return { unlisted, strange, pending };
}

/** The channel writes local time without its zone, and down to the second. */
function checkTimes({ site, store }: BabyshopScene, orders: readonly BabyshopOrderState[]): void {
	const rows = look<{ channel_id: string; placed_at: string }>(
		site.ledger,
		'SELECT channel_id, placed_at FROM orders WHERE store = ?',
		store,
	);
	const kept = new Map(rows.map(({ channel_id, placed_at }) => [channel_id, placed_at]));
	checkEach(
		orders,
		'the time at which they were placed',
		({ id, placedAt }) => Date.parse(kept.get(id) ?? '') === placedAt - (placedAt % 1000),
		({ id, placedAt }) => [kept.get(id), new Date(placedAt).toISOString()],
	);
}

/** The key is good for ten years: it is fetched once, whatever runs. */
export async function checkSignIns({ site }: BabyshopScene, times: number): Promise<void> {
	const calls = await site.shop.calls();
	const signIns = calls.filter(({ kind }) => kind === 'authToken').length;
	check(signIns === times, `the key to be fetched ${times} times, not ${signIns}`);
}
