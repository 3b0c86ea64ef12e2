import type { OkerOrderState } from '../../../sandbox/oker/stateTypes';
import type { OkerOrderDraft } from '../../../sandbox/oker/types';
import { bookOf, check, checkEach } from '../../story/check';
import { each } from '../../story/each';
import { wholeSync } from '../../syncs';
import { drafts } from '../drafts';
import {
	blankSku,
	hubs,
	otherCaseSku,
	scarceSku,
	unknownSku,
	unknownWarehouse,
	warehouses,
} from '../goods';
import type { OkerScene } from '../scene';

type Orders = readonly OkerOrderState[];

/** What the story comes back to. */
export interface FirstOrders {
	/** Of what a person has to say what it is. */
	readonly nameless: Orders;
	/** Not released by the marketplace yet, and held by it. */
	readonly pending: Orders;
	readonly held: Orders;
}

interface Placed extends FirstOrders {
	/** From before the connection. */
	readonly old: Orders;
	readonly mapped: Orders;
	/** Of what nobody knows. */
	readonly unknown: Orders;
	/** Of a warehouse that is none of the seller's. */
	readonly astray: Orders;
	readonly bad: Orders;
	readonly scarce: Orders;
	/** Of what is no SKU that anybody has, by its case. */
	readonly otherCase: Orders;
}

/** What a gateway may tell that no order of Oker's can be made of: most of it the contract forbids. */
const unreadable: readonly Partial<OkerOrderDraft>[] = [
	{ overrides: { orderDate: '31/02/2026 10:00:00' } },
	{ overrides: { orderItems: [{ quantity: 'two' }] } },
	{ facility: null },
	{ thirdPartyShipping: false },
	{ lines: warehouses.map(({ code }) => ({ sku: 'CHAI/250G', facility: code })) },
];

/** Every kind of order that a first sync can meet, on more than one page; each must end where it belongs. */
export async function firstOrders(scene: OkerScene, old: Orders): Promise<FirstOrders> {
	scene.say('customers order: good ones, of a warehouse nobody knows, held, unreadable, too many');
	const placed = { ...(await place(scene)), old };
	await wholeSync(scene);
	checkPlaced(scene, placed);
	checkHubs(scene, placed.mapped);
	return placed;
}

async function place({ site, random }: OkerScene): Promise<Omit<Placed, 'old'>> {
	const of = (count: number, as: Partial<OkerOrderDraft> = {}) =>
		site.shop.place(drafts(count, random, as));
	const ofSku = (count: number, sku: string, as: Partial<OkerOrderDraft> = {}) =>
		of(count, { lines: [{ sku, quantity: 1 }], ...as });
	const mapped = await of(50);
	const pending = await of(8, { pending: true });
	const held = await of(5, { onHold: true });
	const nameless = await ofSku(5, blankSku);
	const unknown = await ofSku(3, unknownSku);
	const otherCase = await ofSku(3, otherCaseSku);
	const astray = await of(6, { facility: unknownWarehouse });
	const bad = (await each(unreadable, (as) => of(2, as))).flat();
	const scarce = (
		await each(warehouses, ({ code: facility }) =>
			of(5, { lines: [{ sku: scarceSku, quantity: 3 }], facility }),
		)
	).flat();
	return {
		mapped: [...mapped, ...(await of(50))],
		...{ pending, held, nameless, unknown, otherCase, astray, bad, scarce },
	};
}

function checkPlaced({ books }: OkerScene, placed: Placed): void {
	const { row, parkedFor, exceptionOf, isAssigned } = bookOf(books());
	const seen = ({ id }: OkerOrderState) => row(id) ?? parkedFor(id) ?? exceptionOf(id) ?? 'nowhere';
	const parked = (reason: string) => (order: OkerOrderState) => parkedFor(order.id) === reason;
	const onHold = (reason: string) => (order: OkerOrderState) =>
		row(order.id)?.hold_reason === reason;
	const isShort = onHold('inventory_not_present');
	const { mapped, old, pending, held, astray, bad, scarce, otherCase } = placed;
	const nobodys = [...placed.nameless, ...placed.unknown];
	checkEach(mapped, 'a hub and a reservation', ({ id }) => isAssigned(id), seen);
	checkEach(old, 'parked orders of before the connection', parked('before_connection'), seen);
	checkEach(pending, 'parked orders', parked('unmapped_status'), seen);
	checkEach(held, 'orders on hold', ({ id }) => row(id)?.status === 'on_hold', seen);
	checkEach(nobodys, 'orders on hold for their SKU', onHold('sku_not_valid'), seen);
	checkEach(otherCase, 'no hub that has what is spelt otherwise', isShort, seen);
	checkEach(
		astray,
		'orders of an unknown warehouse to be exceptions, and in no hub',
		({ id }) => exceptionOf(id)?.kind === 'unknown_location' && !row(id),
		seen,
	);
	checkEach(bad, 'exceptions', ({ id }) => exceptionOf(id)?.kind === 'unreadable', seen);
	checkEach(scarce, 'assigned or short', (order) => isAssigned(order.id) || isShort(order), seen);
	// Each hub has four shawls, an order wants three: no hub can serve two of them.
	check(scarce.filter(isShort).length >= scarce.length - hubs.length, 'most on hold');
}

/** The warehouse that an order names ships it, and no other. */
function checkHubs({ books }: OkerScene, orders: Orders): void {
	const { row } = bookOf(books());
	const hubOf = ({ facility }: OkerOrderState) =>
		hubs[warehouses.findIndex(({ code }) => code === facility)]?.code;
	checkEach(
		orders,
		'the hub of the warehouse that the order names',
		(order) => row(order.id)?.hub === hubOf(order),
		(order) => [order.facility, row(order.id)?.hub],
	);
	for (const { code } of hubs)
		check(
			orders.some(({ id }) => row(id)?.hub === code),
			`orders in ${code}`,
		);
}
