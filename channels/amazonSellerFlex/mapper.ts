import type { Money } from '../../domain/money';
import type { Order, OrderLine, Unreadable } from '../../domain/order';
import {
	flaw,
	isFields,
	number,
	part,
	reading,
	rows,
	rowsOrNone,
	text,
	textOrNull,
	texts,
	units,
} from '../fields';
import type { Reading } from '../fields';
import { chargesOf, sum, unitPaid } from './amounts';
import { marketplaceWith } from './marketplaces';
import { memoOf, memoText } from './memo';
import { instantIn, time } from './times';
import type {
	AmazonLine,
	AmazonMarketplaceAttributes,
	AmazonShipment,
	AmazonShipmentInfo,
} from './types';

/** One shipment, which is an order for the hub; an `Unreadable` that names the fields at fault where it is none. */
export function toOrder(raw: unknown): Order | Unreadable {
	if (!isFields(raw)) return { id: null, reason: 'The shipment is not an object.', raw };
	const from = reading<AmazonShipment>(raw);
	const info = part(from, 'shipmentInfo');
	const lines = linesOf(from);
	checkProgram(part(from, 'marketplaceAttributes'));
	const order: Order = {
		id: text(from, 'id'),
		number: text(info, 'buyerOrderId'),
		placedAt: instantIn(info.fields.orderPlacedTimestamp) ?? time(from, 'creationDateTime'),
		revisedAt: time(from, 'lastUpdatedDateTime'),
		statuses: statusesOf(from),
		location: text(from, 'locationId'),
		total: totalOf(from, lines),
		payment: textOrNull(info, 'paymentMethod'),
		tags: tagsOf(from, info),
		weight: null,
		// Amazon ships by its own carrier. What it says of the customer is for taxes, and hardly more than a postcode.
		customer: null,
		shipTo: null,
		lines,
		memo: memoText(memoOf(from)),
	};
	return from.flaws.length === 0 ? order : unreadable(raw, from.flaws);
}

/** Orders of Easy Ship and Self Ship have the same shape and other rules (reference/amazon-seller-flex.md 1). */
function checkProgram(attributes: Reading<AmazonMarketplaceAttributes>): void {
	if (text(attributes, 'channelName') !== 'FBA') {
		flaw(attributes, 'channelName', '"FBA", as orders of Seller Flex have it');
	}
}

const mostFlaws = 3;

const unreadable = (raw: unknown, flaws: readonly string[]): Unreadable => ({
	id: isFields(raw) && typeof raw.id === 'string' && raw.id !== '' ? raw.id : null,
	reason: `${flaws.slice(0, mostFlaws).join('; ')}${flaws.length > mostFlaws ? ' and more' : ''}.`,
	raw,
});

/** The most telling first. What the carrier says tells more only once it has the goods. */
function statusesOf(from: Reading<AmazonShipment>): readonly string[] {
	const status = text(from, 'status');
	const subStatus = textOrNull(from, 'subStatus');
	if (!subStatus) return [status];
	const key = `subStatus:${subStatus}`;
	return status === 'SHIPPED' ? [key, status] : [status, key];
}

/** In an order of their own, so that the same tags are the same content. */
function tagsOf(
	from: Reading<AmazonShipment>,
	info: Reading<AmazonShipmentInfo>,
): readonly string[] {
	const type = textOrNull(info, 'shipmentType');
	const tags = [
		...texts(part(from, 'marketplaceAttributes'), 'customAttributes'),
		...(textOrNull(info, 'priority') === 'HIGH' ? ['HIGH'] : []),
		...(type && type !== 'NEW' ? [type] : []),
		...(rowsOrNone(from, 'lineItems').some(isGift) ? ['GIFT'] : []),
	];
	return [...new Set(tags)].sort();
}

function isGift({ fields: { giftAttributes } }: Reading<AmazonLine>): boolean {
	if (!isFields(giftAttributes)) return false;
	const { giftWrapRequirement, giftMessagePresence } = giftAttributes;
	return giftWrapRequirement === 'REQUIRED' || giftMessagePresence === 'PRESENT';
}

/** As Amazon adds it up, else the sum of what it charges; nothing for a replacement. */
function totalOf(from: Reading<AmazonShipment>, lines: readonly OrderLine[]): Money {
	const charges = chargesOf(from);
	const total = charges.find(({ type }) => type === 'TOTAL')?.paid;
	return (
		total ??
		sum(charges.map(({ paid }) => paid)) ??
		sum(
			lines.map(({ unitPrice, ordered }) => ({ ...unitPrice, minor: unitPrice.minor * ordered })),
		) ??
		nothing(from)
	);
}

/** In the currency that is usual in the marketplace, since no amount says another. */
function nothing(from: Reading<AmazonShipment>): Money {
	const attributes = part(from, 'marketplaceAttributes');
	const marketplace = marketplaceWith(text(attributes, 'marketplaceId'));
	if (marketplace === null)
		flaw(attributes, 'marketplaceId', 'a marketplace whose currency is known');
	return { minor: 0, currency: marketplace?.currency ?? '' };
}

function linesOf(from: Reading<AmazonShipment>): readonly OrderLine[] {
	const isCancelled = from.fields.status === 'CANCELLED';
	const lines = rows(from, 'lineItems').map((line) => lineOf(line, from, isCancelled));
	if (lines.length === 0 && from.flaws.length === 0) from.flaws.push('lineItems has no line');
	const ids = new Set(lines.map(({ id }) => id));
	if (ids.size < lines.length) from.flaws.push('lineItems has an ID twice');
	return lines;
}

/** Amazon names a product by nothing but the SKU of the seller, and gives no title. */
function lineOf(
	line: Reading<AmazonLine>,
	from: Reading<AmazonShipment>,
	isCancelled: boolean,
): OrderLine {
	const sku = text(line, 'merchantSku');
	const ordered = units(line, 'numberOfUnits');
	const taken = rowsOrNone(line, 'cancellations').map((one) => number(one, 'cancelledQuantity'));
	const cancelled = taken.reduce((all, quantity) => all + quantity, 0);
	return {
		id: text(line, 'shipmentLineItemId'),
		listing: sku,
		sku,
		title: sku,
		ordered,
		cancelled: isCancelled ? ordered : Math.min(cancelled, ordered),
		unitPrice: unitPaid(line) ?? nothing(from),
	};
}
