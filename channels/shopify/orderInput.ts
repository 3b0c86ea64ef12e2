import type { Money } from '../../domain/money';
import type { HandOver } from '../../domain/oms';
import { moneyBag } from './amounts';
import { groupsOf, lineInput, quantityOf } from './handOverLines';
import type { LineGroup } from './handOverLines';
import { mailingAddress, namesOf } from './mailing';
import { orderMark } from './marks';

/** The most of one tag (reference/shopify.md 13). */
const longestTag = 40;

/** To whom the OMS sells: as set, or the channel's name as people write it. */
export const customerName = ({ as, channel }: HandOver): string =>
	as.customer.trim() || titled(channel);

/** `theIconic` is The Iconic. */
const titled = (channel: string) =>
	channel.charAt(0).toUpperCase() + channel.slice(1).replace(/([a-z0-9])([A-Z])/g, '$1 $2');

/** As `orderCreate` takes it (reference/shopify.md 9). `customer` is Shopify's id of whom it sells to. */
export function orderInput(handOver: HandOver, customer: string) {
	const { order, key, as } = handOver;
	const name = customerName(handOver);
	const groups = groupsOf(handOver);
	const surplus = surplusOf(handOver);
	const { currency } = order.total;
	return {
		name: order.number,
		sourceIdentifier: key,
		note: name,
		tags: [name.replaceAll(',', ' ').slice(0, longestTag)],
		customAttributes: [
			{ key: 'Channel', value: name },
			{ key: 'Channel Order ID', value: order.id },
		],
		metafields: [{ ...orderMark, type: 'id', value: key }],
		processedAt: order.placedAt,
		currency,
		customer: { toAssociate: { id: customer } },
		billingAddress: as.billTo === null ? namesOf(name) : billTo(as.billTo, name),
		...(order.shipTo && { shippingAddress: mailingAddress(order.shipTo) }),
		lineItems: [
			...groups.map((group) => lineInput(group, as.taxesIncluded)),
			...(as.extraLine ? [extraLine(name, currency)] : []),
		],
		shippingLines: shippingLines(handOver, surplus),
		taxesIncluded: as.taxesIncluded,
		transactions: paid(handOver, worth(groups, as.taxesIncluded) + surplus),
	};
}

const billTo = (address: NonNullable<HandOver['as']['billTo']>, name: string) =>
	mailingAddress({ ...address, name: address.name.trim() || name });

const extraLine = (title: string, currency: string) => ({
	title,
	quantity: 1,
	priceSet: moneyBag({ minor: 0, currency }),
	requiresShipping: false,
	taxable: false,
});

/** What the channel took beside the lines, such as for shipping; below zero where it gave something off. */
function surplusOf({ order, as }: HandOver): number {
	const lines = order.lines.map(({ unitPrice, tax, ordered }) => {
		const added = as.taxesIncluded ? 0 : (tax?.amount.minor ?? 0);
		return (unitPrice.minor + added) * ordered;
	});
	return order.total.minor - lines.reduce((sum, minor) => sum + minor, 0);
}

const worth = (groups: readonly LineGroup[], taxesIncluded: boolean): number =>
	groups.reduce((sum, group) => {
		const added = taxesIncluded ? 0 : (group.tax?.amount.minor ?? 0);
		return sum + (group.unitPrice.minor + added) * quantityOf(group);
	}, 0);

/** By the country that it is bought in. What was paid for shipping is never left out, else the order would be overpaid. */
function shippingLines({ order, as }: HandOver, surplus: number) {
	const country = order.shipTo?.country.toUpperCase();
	const row = as.shippingMethods.find((one) => one.country.toUpperCase() === country);
	const price: Money = { minor: Math.max(0, surplus), currency: order.total.currency };
	if (row === undefined && price.minor === 0) return [];
	return [{ title: row?.method ?? 'Shipping', priceSet: moneyBag(price) }];
}

/** The customer has paid the channel; what was handed over of the order is paid in full. */
function paid(handOver: HandOver, minor: number) {
	const { order } = handOver;
	if (minor <= 0) return [];
	const amountSet = moneyBag({ minor, currency: order.total.currency });
	const gateway = customerName(handOver);
	return [{ kind: 'SALE', status: 'SUCCESS', gateway, amountSet, processedAt: order.placedAt }];
}
