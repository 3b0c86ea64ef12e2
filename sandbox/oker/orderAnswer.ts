import { merge } from '../merge';
import type { Level } from './answers';
import { major, sum } from './money';
import { type Item, type Order, openItems, statusOf } from './order';

/** How a gateway writes orders. */
export interface Writing {
	readonly level: Level;
	readonly tellsStages: boolean;
}

/** With an offset that is not UTC, as in the contract's examples. */
export const stamp = (at: number): string => {
	const local = new Date(at + 330 * 60_000).toISOString().replace('Z', '');
	return `${local}+05:30`;
};

const dayMs = 86_400_000;

const addressAnswer = ({ address }: Order) => ({
	name: 'A. Buyer',
	addressLine1: '1 Sample Street',
	city: 'Sample City',
	state: 'Sample State',
	country: 'IN',
	pincode: '110001',
	phone: '9999999999',
	...address,
});

const itemAnswer = (item: Item, { currency, isOnHold }: Order) => ({
	orderItemId: item.id,
	status: item.status,
	productId: item.productId,
	variantId: item.variantId,
	sku: item.sku,
	title: item.title,
	quantity: item.quantity,
	shippingMethodCode: 'STD',
	...(item.facility !== null && { facilityCode: item.facility }),
	onHold: isOnHold,
	packetNumber: 1,
	orderItemPrice: {
		currency,
		sellingPrice: major(item.price - item.discount),
		totalPrice: major(item.price),
		discount: major(item.discount),
	},
	...(item.back && {
		returnReason: item.back.reason,
		returnDate: stamp(item.back.at),
		returnAWB: item.back.awb,
		returnShippingProvider: item.back.courier,
	}),
});

const paidFor = (order: Order) =>
	sum(openItems(order).map(({ price, discount, quantity }) => (price - discount) * quantity)) +
	order.shippingFee;

const priceAnswer = (order: Order) => ({
	currency: order.currency,
	totalPrepaidAmount: order.payment === 'PREPAID' ? major(paidFor(order)) : 0,
	totalDiscount: 0,
	totalShippingCharges: major(order.shippingFee),
	totalCashOnDeliveryCharges: 0,
});

/** What only an extended gateway tells of an order. */
const extension = (order: Order) => ({
	updatedAt: stamp(order.updatedAt),
	invoiced: order.invoice !== null,
});

export const orderAnswer = (order: Order, { level, tellsStages }: Writing): unknown =>
	merge(
		{
			id: order.id,
			displayOrderNumber: order.number,
			orderDate: stamp(order.placedAt),
			orderStatus: statusOf(order, tellsStages),
			sla: stamp(order.placedAt + 2 * dayMs),
			priority: 0,
			paymentType: order.payment,
			taxExempted: false,
			thirdPartyShipping: order.isThirdParty,
			orderPrice: priceAnswer(order),
			orderItems: order.items.map((item) => itemAnswer(item, order)),
			shippingAddress: addressAnswer(order),
			billingAddress: addressAnswer(order),
			...(level === 'full' && extension(order)),
		},
		order.overrides ?? {},
	);
