import { type Random, uuid } from '../random';
import { type LineContext, rawLine } from './lines';
import { rawAddress, rawCustomer, withAddress } from './people';
import type { RawOrder } from './raw';
import { tagIdOf } from './tags';
import { totalsOf } from './totals';
import type { IkasLocation, IkasMerchant, IkasSwitches, OrderDraft } from './types';

/** What an order takes from the shop it is placed in. */
export interface OrderContext {
	readonly random: Random;
	readonly now: number;
	readonly sequence: number;
	readonly merchant: IkasMerchant;
	readonly locations: readonly IkasLocation[];
	readonly salesChannel: { readonly id: string; readonly name: string };
	readonly switches: IkasSwitches;
	sold: LineContext['sold'];
}

export const locationOf = (locations: readonly IkasLocation[], id: string | null) => {
	const known = locations.find((location) => location.id === id);
	return { stockLocationId: id, stockLocation: known ? { id: known.id, name: known.name } : null };
};

const dates = (draft: OrderDraft, now: number) => {
	const orderedAt = draft.orderedAt ?? now;
	return { orderedAt, createdAt: orderedAt, updatedAt: draft.updatedAt ?? now, cancelledAt: null };
};

const people = (next: Random, draft: OrderDraft) => {
	const shippingAddress = withAddress(rawAddress(next), draft.address);
	const customer = rawCustomer(next, shippingAddress);
	return { customerId: customer.id, customer, shippingAddress, billingAddress: shippingAddress };
};

/** As a paid order starts out. */
const initial = {
	status: 'CREATED',
	orderPackageStatus: 'UNFULFILLED',
	cancelReason: null,
	deleted: false,
	archived: false,
	edited: false,
	currencyRates: [],
	shippingMethod: 'SHIPMENT',
	sourceId: null,
	orderAdjustments: [],
	orderPackages: [],
	orderPackageSequence: 0,
} as const;

export const rawOrder = (draft: OrderDraft, context: OrderContext): RawOrder => {
	const { random, sequence, salesChannel, sold } = context;
	const time = dates(draft, context.now);
	const location = locationOf(
		context.locations,
		draft.location === undefined ? (context.locations[0]?.id ?? null) : draft.location,
	);
	const currencyCode = draft.currency ?? 'TRY';
	const newId = () => uuid(random);
	const id = draft.id ?? newId();
	const line = { ...location, currencyCode, updatedAt: time.updatedAt, edited: false, newId, sold };
	const orderLineItems = draft.lines.map((drafted) => rawLine(drafted, line));
	return {
		...initial,
		...time,
		...location,
		...people(random, draft),
		...totalsOf(orderLineItems, draft.paymentMethod),
		id,
		orderNumber: draft.number ?? String(sequence),
		orderSequence: sequence,
		merchantId: context.merchant.id,
		orderPaymentStatus: draft.payment ?? 'PAID',
		currencyCode,
		currencySymbol: currencyCode === 'TRY' ? '₺' : null,
		salesChannelId: salesChannel.id,
		salesChannel: { ...salesChannel, type: 1 },
		orderLineItems,
		orderTagIds: (draft.tags ?? []).map(tagIdOf),
		isRefundRefused: draft.isRefundRefused ?? false,
	};
};
