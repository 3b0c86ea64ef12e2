import type { MappedOrder, OrderLine } from '../../domain/order';

export const line = (id: string, sku: string | null, ordered = 1, cancelled = 0): OrderLine => ({
	id,
	listing: sku === null ? null : `listing-${sku}`,
	sku,
	title: sku ?? 'without SKU',
	ordered,
	cancelled,
	unitPrice: { minor: 1999, currency: 'TRY' },
});

/** A paid order of two units of A, that the map knows as new, unless told otherwise. */
export const placed = (id: string, change: Partial<MappedOrder> = {}): MappedOrder => ({
	id,
	number: `N${id}`,
	placedAt: '2026-03-02T10:00:00.000Z',
	revisedAt: '2026-03-02T10:00:00.000Z',
	statuses: ['payment:PAID', 'status:CREATED'],
	location: null,
	total: { minor: 3998, currency: 'TRY' },
	payment: 'CREDIT_CARD',
	tags: [],
	weight: null,
	customer: { name: 'Ayşe Yılmaz', email: 'ayse@example.com', phone: null },
	shipTo: {
		name: 'Ayşe Yılmaz',
		company: null,
		lines: ['Bağdat Caddesi 1'],
		district: 'Kadıköy',
		city: 'İstanbul',
		region: null,
		postcode: '34710',
		country: 'TR',
		phone: null,
		latitude: null,
		longitude: null,
	},
	lines: [line('1', 'A', 2)],
	hubStatus: 'new_order',
	...change,
});

/** The same order as the channel has it `minutes` later. */
export const revised = (
	order: MappedOrder,
	minutes: number,
	change: Partial<MappedOrder>,
): MappedOrder => ({
	...order,
	revisedAt: new Date(Date.parse(order.placedAt) + minutes * 60_000).toISOString(),
	...change,
});

export const cancelled = (order: MappedOrder, minutes: number): MappedOrder =>
	revised(order, minutes, {
		statuses: ['status:CANCELLED', 'payment:PAID'],
		hubStatus: 'cancelled',
	});
