import { merge } from '../merge';
import { countries } from './countries';
import { type Writing, itemAnswer, targetToShip, uuidOf } from './itemAnswer';
import { major, sum } from './money';
import type { Order } from './order';
import { stamp } from './stamps';
import type { IconicAddressDraft } from './types';

/** Five lines, of which some may be empty (reference/the-iconic-sellercenter.md 7). */
const fiveLines = (lines: readonly string[]) =>
	Array.from({ length: 5 }, (_, at) => lines[at] ?? '');

/** Part of what customers say is masked with `#` (reference/the-iconic-sellercenter.md 7). */
const mask = '#####';

const addressAnswer = (given: IconicAddressDraft, { country, isMasked }: Order) => {
	const home = countries[country];
	const { phone = [home.phone], email = 'customer@example.com' } = given;
	return {
		firstName: given.firstName === undefined ? 'Example' : given.firstName,
		lastName: given.lastName === undefined ? 'Customer' : given.lastName,
		phone: isMasked ? phone.map(() => mask) : phone,
		address: fiveLines(given.address ?? ['1 Example Street']),
		email: isMasked ? mask : email,
		city: given.city ?? home.city,
		ward: given.ward ?? '',
		region: given.region ?? home.region,
		postCode: given.postCode ?? home.postCode,
		country: given.country ?? home.name,
	};
};

const statusList = ({ items }: Order) => {
	const counts = new Map<string, number>();
	for (const { status } of items) counts.set(status, (counts.get(status) ?? 0) + 1);
	return Object.fromEntries(counts);
};

/** That the grand total is what all units cost and their shipping is a guess (reference/the-iconic-sellercenter.md 13). */
const moneyAnswer = ({ items, country }: Order) => {
	const paid = sum(items.map(({ price, discount }) => price - discount));
	const fees = sum(items.map(({ shippingFee }) => shippingFee));
	return {
		currency: countries[country].currency,
		unitPriceSumWithFees: major(sum(items.map(({ price }) => price)) + fees),
		shippingFeeSstSum: 0,
		grandTotal: major(paid + fees),
	};
};

const rareAnswer = {
	invoiceRequired: false,
	regionId: '1',
	nationalRegistrationNumber: null,
	payoutPending: false,
	gift: { option: false, message: '' },
	voucher: { code: '', type: '' },
	deliveryInfo: '',
	exchangeByOrderId: null,
	exchangeForOrderId: null,
	extraAttributes: '',
	source: null,
	shipmentProviderType: 'standard',
} as const;

/** An order with its items; it has no status of its own (reference/the-iconic-sellercenter.md 7). */
export const orderAnswer = (order: Order, writing: Writing): unknown => {
	const shipping = addressAnswer(order.shipping, order);
	return merge(
		{
			id: order.id,
			uuid: uuidOf(`order ${order.id}`),
			sellerId: writing.sellerId,
			number: order.number,
			customer: { firstName: shipping.firstName, lastName: shipping.lastName },
			address: { billing: addressAnswer(order.billing, order), shipping },
			paymentMethod: order.draft.paymentMethod ?? 'CreditCard',
			remarks: order.draft.remarks ?? '',
			createdAt: stamp(order.placedAt, order.id),
			updatedAt: stamp(order.updatedAt, order.id),
			addressUpdatedAt: stamp(order.addressUpdatedAt, order.id),
			statusList: statusList(order),
			itemCount: order.items.length,
			...moneyAnswer(order),
			...rareAnswer,
			targetToShip: targetToShip(order),
			shipmentProviderPreSelected: writing.provider(order.draft.provider) !== null,
			packedItemsCount: order.items.filter((item) => item.package !== null).length,
			orderItemIds: order.items.map(({ id }) => id),
			items: order.items.map((item) => itemAnswer(order, item, writing)),
		},
		order.overrides ?? {},
	);
};
