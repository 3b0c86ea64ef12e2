import type { BabyshopOrderState } from '../../../sandbox/babyshop/stateTypes';
import type { BabyshopOrderDraft } from '../../../sandbox/babyshop/types';
import { bookOf, check, checkEach } from '../../story/check';
import { each } from '../../story/each';
import { look, wholeSync } from '../../syncs';
import { drafts } from '../drafts';
import { hubs, lateSkus, listingOf, scarceSku, strangeListing, unknownCode } from '../goods';
import type { BabyshopScene } from '../scene';

export interface FirstOrders {
	/** Of what is not in the catalog yet, and of what has no code of the seller's. */
	readonly unlisted: readonly BabyshopOrderState[];
	readonly strange: readonly BabyshopOrderState[];
	/** Of what nobody knows. */
	readonly unknown: readonly BabyshopOrderState[];
	/** In a status that is not mapped yet. */
	readonly pending: readonly BabyshopOrderState[];
}

/** What a tenant may write that no order can be made of. */
const unreadable = [
	{ orderDate: '31/02/2026 10:00:00' },
	{ orderItems: { 0: { orderQty: 'two' } } },
];

interface Placed extends FirstOrders {
	/** From before the connection. */
	readonly old: readonly BabyshopOrderState[];
	readonly mapped: readonly BabyshopOrderState[];
	/** In a status that nobody ever maps. */
	readonly disputed: readonly BabyshopOrderState[];
	readonly bad: readonly BabyshopOrderState[];
	readonly scarce: readonly BabyshopOrderState[];
}

/** Every kind of order that a first sync can meet, on more than one page; each must end where it belongs. */
export async function firstOrders(
	scene: BabyshopScene,
	old: readonly BabyshopOrderState[],
): Promise<FirstOrders> {
	scene.say(
		'customers order: good ones, unmapped, unreadable, of unknown codes, more than there is',
	);
	const placed = { ...(await place(scene)), old };
	await wholeSync(scene);
	checkPlaced(scene, placed);
	checkTimes(scene, placed.mapped);
	await checkSignIns(scene);
	return placed;
}

async function place({ site, random }: BabyshopScene): Promise<Omit<Placed, 'old'>> {
	const of = (count: number, as: Partial<BabyshopOrderDraft> = {}) =>
		site.shop.place(drafts(count, random, as));
	const ofCode = (count: number, sku: string, quantity: number) =>
		of(count, { lines: [{ sku, quantity }] });
	const mapped = await of(40);
	const pending = await of(6, { status: '1' });
	const disputed = await of(6, { status: '45' });
	const unlisted = (await each(lateSkus, (sku) => ofCode(3, listingOf(sku), 1))).flat();
	const strange = await ofCode(6, strangeListing, 1);
	const unknown = await ofCode(3, unknownCode, 1);
	const bad = (await each(unreadable, (overrides) => of(3, { overrides }))).flat();
	const scarce = await ofCode(16, listingOf(scarceSku), 3);
	return {
		mapped: [...mapped, ...(await of(40))],
		...{ pending, disputed, unlisted, strange, unknown, bad, scarce },
	};
}

function checkPlaced({ books }: BabyshopScene, placed: Placed): void {
	const { row, parkedFor, exceptionOf, isAssigned } = bookOf(books());
	const seen = ({ id }: BabyshopOrderState) =>
		row(id) ?? parkedFor(id) ?? exceptionOf(id) ?? 'nowhere';
	const parked = (reason: string) => (order: BabyshopOrderState) => parkedFor(order.id) === reason;
	const held = (reason: string) => (order: BabyshopOrderState) =>
		row(order.id)?.hold_reason === reason;
	const isShort = held('inventory_not_present');
	const { mapped, old, pending, disputed, bad, scarce } = placed;
	const nameless = [...placed.unlisted, ...placed.strange, ...placed.unknown];
	checkEach(mapped, 'a hub and a reservation', ({ id }) => isAssigned(id), seen);
	checkEach(old, 'parked orders of before the connection', parked('before_connection'), seen);
	checkEach([...pending, ...disputed], 'parked orders', parked('unmapped_status'), seen);
	checkEach(nameless, 'orders on hold', held('sku_not_valid'), seen);
	checkEach(bad, 'exceptions', ({ id }) => exceptionOf(id)?.kind === 'unreadable', seen);
	checkEach(scarce, 'assigned or short', (order) => isAssigned(order.id) || isShort(order), seen);
	// Each hub has four carousels, an order wants three: no hub can serve two of them.
	check(scarce.filter(isShort).length >= scarce.length - hubs.length, 'most on hold');
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
async function checkSignIns({ site }: BabyshopScene): Promise<void> {
	const calls = await site.shop.calls();
	const signIns = calls.filter(({ kind }) => kind === 'authToken').length;
	check(signIns === 1, `the key to be fetched once, not ${signIns} times`);
}
