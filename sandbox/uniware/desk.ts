import { SandboxRefusal } from '../wire';
import { allocatedIn, isAllocatable } from './allocating';
import { created } from './creating';
import { type Item, type Package, type SaleOrder, itemsIn } from './order';
import { type SaleOrderInput, saleOrderInput } from './orderInput';
import type { OrderChangeKind } from './stateTypes';
import {
	delivered,
	dispatched,
	invoiced,
	picked,
	receivedBack,
	sentBack,
	shipped,
	withCourier,
} from './shipping';
import { isOpen } from './statuses';
import type { UniwareAdvance, UniwareOrderDraft, UniwareTracking } from './types';
import type { World } from './world';

export const byDesk = (
	world: World,
	code: string,
	what: OrderChangeKind,
	change: (order: SaleOrder) => SaleOrder,
): SaleOrder => world.orders.change(code, { what, by: 'desk' }, change);

const inputOf = (world: World, draft: UniwareOrderDraft): SaleOrderInput => {
	const [channel] = world.settings.channels;
	const items = draft.lines.flatMap(({ sku, quantity = 1, price = 100 }, line) =>
		Array.from({ length: quantity }, (_, unit) => ({
			code: `${line + 1}-${unit + 1}`,
			itemSku: sku,
			shippingMethodCode: 'STD',
			totalPrice: price,
			sellingPrice: price,
		})),
	);
	return saleOrderInput.parse({
		code: draft.code,
		displayOrderCode: draft.displayCode,
		displayOrderDateTime: draft.placedAt,
		channel: draft.channel ?? channel,
		cashOnDelivery: draft.cod ?? false,
		verificationRequired: draft.verified === false,
		currencyCode: 'INR',
		saleOrderItems: items,
	});
};

/** An order that came from elsewhere. */
export const placed = (world: World, draft: UniwareOrderDraft): SaleOrder => {
	const input = inputOf(world, draft);
	for (const { itemSku } of input.saleOrderItems) {
		if (!world.catalog.find(itemSku)) throw new SandboxRefusal(`nothing has the SKU ${itemSku}`);
	}
	if (draft.code !== undefined && world.orders.find(draft.code)) {
		throw new SandboxRefusal(`there is an order ${draft.code} already`);
	}
	const order = created(world, input, draft.facility ?? null);
	const updatedAt = draft.updatedAt ?? order.updatedAt;
	return world.orders.add({ ...order, updatedAt, overrides: draft.overrides ?? null }, 'desk');
};

/** Facility allocation of one order, or of all that wait. */
export const allocated = (world: World, code?: string): void => {
	const orders = code === undefined ? world.orders.all() : [world.orders.found(code)];
	for (const order of orders) {
		if (isAllocatable(order)) byDesk(world, order.code, 'allocated', allocatedIn(world));
	}
};

/** What comes about by itself: facility allocation, every five minutes (reference/uniware-oker.md 3). */
export const settle = (world: World): void => {
	const { settings } = world;
	const now = world.now();
	if (now < settings.allocatesAt) return;
	settings.allocatesAt = now + settings.allocateMs;
	allocated(world);
};

type Step = (world: World, order: SaleOrder, one: Package, given: UniwareAdvance) => SaleOrder;

const steps: readonly {
	readonly to: UniwareAdvance['to'];
	readonly what: OrderChangeKind;
	/** Where a package stands that has this step before it. */
	readonly from: readonly Package['status'][];
	readonly step: Step;
}[] = [
	{
		to: 'picked',
		what: 'picked',
		from: ['CREATED', 'PICKING'],
		step: (_, order, { code }) => picked(order, code),
	},
	{
		to: 'packed',
		what: 'packed',
		from: ['PICKED'],
		step: (_, order, { code }) => invoiced(order, code),
	},
	{
		to: 'ready_to_ship',
		what: 'courier_allocated',
		from: ['PACKED'],
		step: (_, order, one, given) =>
			withCourier(order, one.code, {
				provider: given.provider ?? one.provider ?? 'DELHIVERY',
				tracking: given.tracking ?? one.tracking ?? `TRK${one.code}`,
			}),
	},
	{
		to: 'dispatched',
		what: 'dispatched',
		from: ['READY_TO_SHIP', 'MANIFESTED'],
		step: (world, order, { code }) => dispatched(order, code, { at: world.now(), isForced: false }),
	},
	{
		to: 'shipped',
		what: 'shipped',
		from: ['DISPATCHED'],
		step: (_, order, { code }) => shipped(order, code),
	},
	{
		to: 'delivered',
		what: 'delivered',
		from: ['SHIPPED'],
		step: (world, order, { code }) => delivered(order, goingIn(order, code), world.now()),
	},
];

const goingIn = (order: SaleOrder, code: string): readonly Item[] =>
	itemsIn(order, code).filter(({ status }) => status === 'DISPATCHED');

/** The packages of an order, step by step, as far as was asked. */
export const advanced = (world: World, code: string, given: UniwareAdvance): SaleOrder => {
	const last = steps.findIndex(({ to }) => to === given.to);
	const before = world.orders.found(code);
	for (const { what, from, step } of steps.slice(0, last + 1)) {
		for (const { code: named } of world.orders.found(code).packages) {
			if (given.packages !== undefined && !given.packages.includes(named)) continue;
			const now = world.orders.found(code).packages.find((one) => one.code === named);
			if (!now || !from.includes(now.status)) continue;
			byDesk(world, code, what, (order) => step(world, order, now, given));
		}
	}
	const after = world.orders.found(code);
	if (after !== before) return after;
	throw new SandboxRefusal(`nothing of order ${code} becomes ${given.to}`);
};

export const tracked = (world: World, code: string, given: UniwareTracking): SaleOrder =>
	byDesk(world, code, 'edited', (order) => {
		const { package: named, provider, tracking } = given;
		if (!order.packages.some((one) => one.code === named)) {
			throw new SandboxRefusal(`there is no package ${named}`);
		}
		const packages = order.packages.map((one) =>
			one.code === named ? { ...one, provider, tracking } : one,
		);
		return { ...order, packages };
	});

/** The items leave their package, and get one of their own. */
export const split = (world: World, code: string, codes: readonly string[]): SaleOrder =>
	byDesk(world, code, 'allocated', (order) => {
		const items = order.items.filter(({ input }) => codes.includes(input.code));
		const [first] = items;
		const parent = order.packages.find((one) => one.code === first?.package);
		if (!parent || items.length < codes.length || items.some(({ status }) => !isOpen(status))) {
			throw new SandboxRefusal(`order ${code} cannot be split so`);
		}
		const made = { ...parent, code: world.newPackageCode() };
		return {
			...order,
			packages: [...order.packages, made],
			items: order.items.map((item) =>
				items.includes(item) ? { ...item, package: made.code } : item,
			),
		};
	});

export const broughtBack = (world: World, code: string, named: string): SaleOrder => {
	const order = byDesk(world, code, 'returned', (before) => sentBack(before, named));
	world.returns.create({
		type: 'RTO',
		status: 'NOT_RECEIVED',
		order: code,
		items: itemsIn(order, named).map(({ input }) => input.code),
		facility: order.packages.find((one) => one.code === named)?.facility ?? '',
		tracking: null,
		provider: null,
	});
	return order;
};

/** A return arrives, whole. */
export const received = (world: World, code: string): SaleOrder => {
	const found = world.returns.find(code);
	if (!found) throw new SandboxRefusal(`there is no return ${code}`);
	const order = byDesk(world, found.order, 'returned', (before) =>
		receivedBack(before, found.items),
	);
	world.returns.become(code, found.type === 'RTO' ? 'RECEIVED' : 'COMPLETE');
	return order;
};
