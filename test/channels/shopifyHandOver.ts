import type { ChannelUpdate } from '../../domain/channelUpdate';
import { newStore } from '../../domain/newStore';
import type { HandOver, HandOverLine, OmsOrderSettings } from '../../domain/oms';
import type { Address, Order, OrderLine } from '../../domain/order';

const aud = (minor: number) => ({ minor, currency: 'AUD' });

export const variantId = (number: number | string) => `gid://shopify/ProductVariant/${number}`;

/** One unit item, as The Iconic has them: 110.00 with 10.00 of tax in it. */
export const unitItem = (id: string, sku: string, change: Partial<OrderLine> = {}): OrderLine => ({
	id,
	listing: `iconic-${sku}`,
	sku,
	title: sku,
	ordered: 1,
	cancelled: 0,
	unitPrice: aud(11_000),
	tax: { amount: aud(1_000), percent: 10 },
	...change,
});

export const sydney: Address = {
	name: 'Mia van Dyk',
	company: null,
	lines: ['Unit 4', '12 Harbour St', 'Level 2'],
	district: null,
	city: 'Sydney',
	region: 'New South Wales',
	postcode: '2000',
	country: 'AU',
	phone: '0412 345 678',
	latitude: null,
	longitude: null,
};

export const iconicOrder = (
	id: string,
	lines: readonly OrderLine[],
	change: Partial<Order> = {},
): Order => ({
	id,
	number: `21${id}`,
	placedAt: '2026-11-28T03:04:05.000Z',
	revisedAt: null,
	statuses: ['pending'],
	location: null,
	total: aud(lines.reduce((sum, one) => sum + one.unitPrice.minor * one.ordered, 0)),
	payment: 'credit_card',
	tags: [],
	weight: null,
	customer: null,
	shipTo: sydney,
	lines,
	...change,
});

/** Hands over all lines of the order; `listingOf` gives Shopify's variant of a SKU. */
export function handOverOf(
	order: Order,
	listingOf: (sku: string) => string,
	as: Partial<OmsOrderSettings> = {},
): HandOver {
	const lines = order.lines.map((line): HandOverLine => {
		const sku = line.sku ?? '';
		const quantity = line.ordered - line.cancelled;
		return { line: line.id, sku, listing: listingOf(sku), quantity, from: [] };
	});
	return {
		key: `theIconic 4711 ${order.id}`,
		id: null,
		store: 'the-iconic',
		channel: 'theIconic',
		order,
		lines,
		kept: order.lines.map(({ id, ordered, cancelled }) => ({
			line: id,
			quantity: ordered - cancelled,
		})),
		as: { ...newStore.omsOrder, ...as },
	};
}

export const told = (
	effect: ChannelUpdate['effect'],
	handOver: HandOver,
	change: Partial<ChannelUpdate> = {},
): ChannelUpdate => ({
	effect,
	order: handOver.order.id,
	number: handOver.order.number,
	hubStatus: effect === 'cancel' ? 'cancelled' : 'new_order',
	channelStatus: '',
	parcels: [],
	handOver,
	...change,
});
