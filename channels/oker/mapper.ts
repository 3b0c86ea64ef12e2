import type { Address, Customer, Order, Unreadable } from '../../domain/order';
import { isFields, part, partOrNull, reading } from '../fields';
import type { Reading } from '../fields';
import { linesOf } from './lines';
import type { Line } from './lines';
import { cancelled, statusesOf } from './statuses';
import type { OkerAddress, OkerOrder } from './types';
import { chargeIn, code, codeOrNull, instantIn, time, word, wordOrNull } from './values';

/** One order; an `Unreadable` that names the fields at fault where it is none. */
export function toOrder(raw: unknown): Order | Unreadable {
	if (!isFields(raw)) return { id: null, reason: 'The order is not an object.', raw };
	const from = reading<OkerOrder>(raw);
	const id = code(from, 'id');
	const lines = linesOf(from);
	const address = part(from, 'shippingAddress');
	const order: Order = {
		id,
		number: wordOrNull(from, 'displayOrderNumber') ?? id,
		placedAt: time(from, 'orderDate'),
		revisedAt: instantIn(from.fields.updatedAt),
		statuses: statusesOf({
			orderStatus: word(from, 'orderStatus'),
			items: lines.map(({ status }) => status),
			isHeld: lines.some(({ isHeld, status }) => isHeld && status !== cancelled),
		}),
		location: warehouseOf(from, lines),
		total: totalOf(from, lines),
		payment: wordOrNull(from, 'paymentType'),
		tags: tagsOf(from),
		weight: null,
		customer: customerOf(address),
		shipTo: addressOf(address),
		lines: lines.map(({ line }) => line),
		isWhole: true,
		invoiceBinds: true,
	};
	checkShipping(from);
	return from.flaws.length === 0 ? order : unreadable(raw, from.flaws);
}

const mostFlaws = 3;

/** A record that is no order, with what is wrong with it. */
const unreadable = (raw: unknown, flaws: readonly string[]): Unreadable => ({
	id: idIn(raw),
	reason: `${flaws.slice(0, mostFlaws).join('; ')}${flaws.length > mostFlaws ? ' and more' : ''}.`,
	raw,
});

/** The order's id, or null where it has none. */
export const idIn = (raw: unknown): string | null =>
	isFields(raw) ? codeOrNull(reading<OkerOrder>(raw), 'id') : null;

/** All items of an order are of one warehouse (rule 1 of the contract); an order without one would be anybody's. */
function warehouseOf({ flaws }: Reading<OkerOrder>, lines: readonly Line[]): string | null {
	const open = lines.filter(({ status }) => status !== cancelled);
	const wanted = open.length === 0 ? lines : open;
	const codes = [...new Set(wanted.map(({ facility }) => facility))];
	const [only = null] = codes;
	if (codes.length > 1) {
		const names = codes.map((one) => (one === null ? 'none' : `"${one}"`)).join(' and ');
		flaws.push(`its items name different warehouses, ${names}, and Oker ships from one`);
	} else if (only === null && lines.length > 0) {
		flaws.push('its items name no warehouse (facilityCode), so nobody knows which hub ships it');
	}
	return only;
}

/** Charges are on the order or on the items, never on both (docs/oker-connector.openapi.yaml). */
function totalOf(from: Reading<OkerOrder>, lines: readonly Line[]) {
	const currency = lines[0]?.line.unitPrice.currency ?? '';
	const goods = lines.reduce(
		(sum, { line, charges }) => sum + line.unitPrice.minor * line.ordered + charges,
		0,
	);
	const price = partOrNull(from, 'orderPrice');
	if (price === null) return { minor: goods, currency };
	const charges =
		chargeIn(price, 'totalShippingCharges', currency) +
		chargeIn(price, 'totalCashOnDeliveryCharges', currency) +
		chargeIn(price, 'totalGiftCharges', currency);
	return { minor: goods + charges - chargeIn(price, 'totalDiscount', currency), currency };
}

/** What is shown and decides nothing. */
function tagsOf(from: Reading<OkerOrder>): readonly string[] {
	const sla = instantIn(from.fields.sla);
	const gstin = wordOrNull(from, 'gstin');
	return [...(sla === null ? [] : [`sla:${sla}`]), ...(gstin === null ? [] : [`gstin:${gstin}`])];
}

function checkShipping({ fields, flaws }: Reading<OkerOrder>): void {
	if (fields.thirdPartyShipping !== false) return;
	flaws.push('thirdPartyShipping is false: on Oker the marketplace ships, and nobody else');
}

const customerOf = (from: Reading<OkerAddress>): Customer => ({
	name: word(from, 'name'),
	email: wordOrNull(from, 'email'),
	phone: wordOrNull(from, 'phone'),
});

const addressOf = (from: Reading<OkerAddress>): Address => ({
	name: word(from, 'name'),
	company: null,
	lines: [word(from, 'addressLine1'), wordOrNull(from, 'addressLine2')].filter(
		(line) => line !== null,
	),
	district: null,
	city: word(from, 'city'),
	region: wordOrNull(from, 'state'),
	postcode: wordOrNull(from, 'pincode'),
	country: word(from, 'country'),
	phone: wordOrNull(from, 'phone'),
	latitude: null,
	longitude: null,
});
