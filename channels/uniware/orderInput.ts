import { major } from '../../domain/money';
import type { HandOver } from '../../domain/oms';
import type { OrderLine } from '../../domain/order';
import { isCod } from '../cashOnDelivery';
import { addressesOf } from './addresses';
import { keyText, longestCode, orderCode, unitCode } from './orderKey';
import type { Seller } from './seller';

/** As `saleOrder/create` takes it: every flag said, since what is not said counts as true (reference/uniware-oker.md 2.1, 7). */
export function orderInput(handOver: HandOver, { channel, isShippedByMarketplace }: Seller) {
	const { order } = handOver;
	const { currency } = order.total;
	const items = itemsOf(handOver);
	const facilities = [...new Set(items.map(({ facilityCode }) => facilityCode))];
	const surplus = surplusOf(handOver);
	const goods = items.reduce((sum, { minor }) => sum + minor, 0);
	const inMajor = (minor: number) => major({ minor, currency });
	const isPaidLater = isCod(order);
	return {
		code: orderCode(handOver),
		displayOrderCode: order.number.slice(0, longestCode),
		displayOrderDateTime: order.placedAt,
		channel,
		...customerOf(handOver),
		cashOnDelivery: isPaidLater,
		thirdPartyShipping: isShippedByMarketplace,
		taxExempted: false,
		cformProvided: false,
		verificationRequired: false,
		currencyCode: currency,
		...(isPaidLater
			? { totalCashOnDeliveryCharges: 0 }
			: { totalPrepaidAmount: inMajor(goods + surplus) }),
		totalDiscount: inMajor(Math.max(0, -surplus)),
		totalShippingCharges: inMajor(Math.max(0, surplus)),
		additionalInfo: keyText(handOver),
		...addressesOf(handOver),
		saleOrderItems: items.map(({ minor, ...item }) => {
			const price = inMajor(minor);
			return {
				...item,
				shippingMethodCode: 'STD',
				totalPrice: price,
				sellingPrice: price,
				...(!isPaidLater && { prepaidAmount: price }),
				// What leaves two facilities is never in one packet.
				packetNumber: facilities.indexOf(item.facilityCode) + 1,
			};
		}),
	};
}

/** One row for each unit: there is no quantity. What no hub was found for names no facility, and gets that of the header. */
function itemsOf({ order, lines, as }: HandOver) {
	const lineOf = new Map(order.lines.map((line) => [line.id, line]));
	return lines.flatMap(({ line, listing, quantity, from }) => {
		const minor = priceOf(lineOf.get(line), as);
		const facilities = from.flatMap((one) => Array<string>(one.quantity).fill(one.location));
		return Array.from({ length: quantity }, (_, at) => ({
			code: unitCode(line, at + 1),
			channelSaleOrderItemCode: line,
			itemSku: listing,
			...(facilities[at] !== undefined && { facilityCode: facilities[at] }),
			minor,
		}));
	});
}

/** Of a unit, with its tax. */
const priceOf = (line: OrderLine | undefined, { taxesIncluded }: HandOver['as']): number =>
	(line?.unitPrice.minor ?? 0) + (taxesIncluded ? 0 : (line?.tax?.amount.minor ?? 0));

/** What the channel took beside the lines, such as for shipping; below zero where it gave something off. */
const surplusOf = ({ order, as }: HandOver): number =>
	order.total.minor - order.lines.reduce((sum, line) => sum + priceOf(line, as) * line.ordered, 0);

function customerOf({ order }: HandOver) {
	const { email = null, phone = null } = order.customer ?? {};
	return {
		...(email && { notificationEmail: email.slice(0, 100) }),
		...(phone && { notificationMobile: phone.slice(0, 45) }),
	};
}
