import { major } from '../../domain/money';
import { refused } from '../../domain/failure';
import type { HandOver } from '../../domain/oms';
import type { Address } from '../../domain/order';
import { isCod } from '../cashOnDelivery';
import { countryNamed } from './countries';
import { groupsOf } from './groups';
import { marksOf, orderId } from './orderKey';
import type { Seller } from './seller';

/** As `POST /v1/orders` takes it (reference/omniful.md 1.5). */
export function orderInput(handOver: HandOver, seller: Seller) {
	const { order, as } = handOver;
	if (order.shipTo === null) {
		throw refused(`omniful: order ${order.number} has no shipping address.`);
	}
	const { currency } = order.total;
	const inMajor = (minor: number) => major({ minor, currency });
	const groups = groupsOf(handOver);
	const hub = hubOf(handOver, seller);
	return {
		order_id: orderId(handOver),
		order_alias: order.number,
		...(hub !== '' && { hub_code: hub }),
		shipment_type: 'omniful_generated',
		order_items: groups.map(({ listing, title, quantity, price, net, tax }) => ({
			sku_code: listing,
			quantity,
			name: title,
			selling_price: inMajor(price),
			unit_price: inMajor(net),
			subtotal: inMajor(net * quantity),
			tax: inMajor(tax * quantity),
			tax_inclusive: as.taxesIncluded,
			total: inMajor(price * quantity),
		})),
		billing_address: addressInput(as.billTo ?? order.shipTo, handOver),
		shipping_address: addressInput(order.shipTo, handOver),
		invoice: invoiceOf(handOver),
		customer: customerOf(handOver, order.shipTo),
		payment_method: isCod(order) ? 'postpaid' : 'prepaid',
		is_cash_on_delivery: isCod(order),
		type: 'b2c',
		external_fields: marksOf(handOver),
	};
}

/**
 * Where the hub's routing lets it leave, else the default one of the credential; '' lets Omniful route. An order of Omniful has one hub
 * (reference/omniful.md 1.5).
 */
function hubOf({ lines, order }: HandOver, { hub }: Seller): string {
	const places = new Set(lines.flatMap(({ from }) => from.map(({ location }) => location)));
	const [place = hub] = places;
	if (places.size <= 1) return place;
	throw refused(
		`omniful: order ${order.number} is to leave from several hubs (${[...places].join(', ')}), and Omniful takes one hub for each order. Assign it to one hub, or do not let the routing split it.`,
	);
}

/** What the channel took beside the lines, such as for shipping; below zero where it gave something off. */
function invoiceOf(handOver: HandOver) {
	const { order } = handOver;
	const { currency } = order.total;
	const groups = groupsOf({ ...handOver, lines: ordered(handOver) });
	const goods = groups.reduce((sum, { price, quantity }) => sum + price * quantity, 0);
	const tax = groups.reduce((sum, one) => sum + one.tax * one.quantity, 0);
	const surplus = order.total.minor - goods;
	const inMajor = (minor: number) => major({ minor, currency });
	const isOwed = isCod(order);
	return {
		currency,
		total: inMajor(order.total.minor),
		subtotal: inMajor(goods - tax),
		shipping_price: inMajor(Math.max(0, surplus)),
		discount: inMajor(Math.max(0, -surplus)),
		tax: inMajor(tax),
		total_paid: inMajor(isOwed ? 0 : order.total.minor),
		total_due: inMajor(isOwed ? order.total.minor : 0),
		...(order.payment && { payment_mode: order.payment }),
	};
}

/** All that was bought, whether or not it is still to leave: the total is of all. */
const ordered = ({ order, lines }: HandOver): HandOver['lines'] =>
	order.lines.map(({ id, sku, ordered: quantity }) => {
		const open = lines.find(({ line }) => line === id);
		return { ...(open ?? { line: id, sku: sku ?? '', listing: sku ?? '', from: [] }), quantity };
	});

function addressInput(address: Address, { order }: HandOver) {
	const { lines, district, city, region, postcode, country, phone, latitude, longitude } = address;
	const [first = '', ...more] = [...lines, district ?? ''].filter((line) => line.trim() !== '');
	const [firstName, lastName] = namesIn(address.name || address.company || '');
	const input = {
		first_name: firstName,
		last_name: lastName,
		address1: first.trim(),
		address2: more.join(', '),
		city: city.trim(),
		state: region?.trim() ?? '',
		zip: postcode?.trim() ?? '',
		country: countryNamed(country),
		country_code: /^[A-Z]{2}$/.test(country) ? country : '',
		phone: phone?.trim() || order.customer?.phone?.trim() || '',
	};
	for (const [field, value] of [
		['street', input.address1],
		['city', input.city],
		['country', input.country],
	]) {
		if (value === '') throw lacking(order.number, `an address without ${field}`);
	}
	return {
		...Object.fromEntries(Object.entries(input).filter(([, value]) => value !== '')),
		...(latitude !== null && longitude !== null && { latitude, longitude }),
	};
}

function customerOf({ order }: HandOver, shipTo: Address) {
	const { name = '', email = null, phone = null } = order.customer ?? {};
	const [firstName, lastName] = namesIn(name || shipTo.name || shipTo.company || '');
	if (firstName === '') throw lacking(order.number, 'no name of a customer');
	return {
		first_name: firstName,
		...(lastName !== '' && { last_name: lastName }),
		...(email && { email }),
		...(phone && { mobile: phone }),
	};
}

/** What comes before the first blank, and the rest. */
const namesIn = (name: string): readonly [string, string] => {
	const [first = '', ...more] = name.trim().split(/\s+/);
	return [first, more.join(' ')];
};

const lacking = (number: string, what: string) =>
	refused(`omniful: order ${number} has ${what}, which Omniful wants. Correct it on the channel.`);
