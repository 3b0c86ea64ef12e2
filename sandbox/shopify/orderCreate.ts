import type { Behaviour } from './claiming';
import { customerOf } from './customerWrites';
import { afterOrder } from './customers';
import type { AddressInput, OrderInput } from './orderInputs';
import { newLines, taxLines } from './newLines';
import type { NewOrder } from './newOrder';
import type { RawAddress, RawMetafield, RawOrder } from './raw';
import { type Outcome, type UserError, made, refused, userError } from './refusal';
import type { World } from './world';

export const rawAddress = (
	given: AddressInput | null | undefined,
	newId: () => string,
): RawAddress | null => (given ? { ...given, id: newId() } : null);

/** From 2026-07 on a future `processedAt` is clamped to now instead of failing (reference/shopify.md 1). */
const processedAt = (input: OrderInput, now: number, version: string) => {
	const asked = input.processedAt === null ? now : Date.parse(input.processedAt);
	const isRefused = asked > now && version < '2026-07';
	const at = ['order', 'processedAt'];
	return {
		processedAt: Math.min(asked, now),
		errors: isRefused ? [userError(at, 'processed_at is invalid', 'PROCESSED_AT_INVALID')] : [],
	};
};

const shopFaults = ({ options, orders, now }: World): readonly UserError[] => {
	if (options.dormant) return [userError(null, 'The shop is dormant', 'SHOP_DORMANT')];
	const lately = orders
		.all()
		.filter(({ order, history: [placed] }) => placed?.byApi && order.createdAt > now() - 60_000);
	// How a sixth order of a minute is refused is a guess (reference/shopify.md 9).
	return options.developmentStore && lately.length >= 5
		? [userError(null, 'Too many attempts. Please try again later.', 'INVALID')]
		: [];
};

const orderFaults = (input: OrderInput): readonly UserError[] => {
	const { customer, customerId, taxLines: ofOrder, lineItems, metafields } = input;
	const ofLines = lineItems?.some((line) => line.taxLines?.length) ?? false;
	const both = 'tax lines may be on the order or on the line items, not on both';
	const fewer = (path: string, count: number | undefined) =>
		(count ?? 0) > 250 ? [userError(['order', path], 'is too long', 'INVALID')] : [];
	return [
		...(customer && customerId
			? [
					userError(
						['order', 'customerId'],
						'both customerId and customer were given',
						'REDUNDANT_CUSTOMER_FIELDS',
					),
				]
			: []),
		...(ofOrder?.length && ofLines ? [userError(['order', 'taxLines'], both, 'INVALID')] : []),
		...fewer('metafields', metafields?.length),
	];
};

/** Whether a taken value refuses the whole order is a guess, and an option (reference/shopify.md 13). */
const metafieldsOf = (world: World, input: OrderInput): Outcome<readonly RawMetafield[]> => {
	const owner = { type: 'ORDER', id: null } as const;
	const path = ['order', 'metafields'];
	const of = (inputs: NonNullable<OrderInput['metafields']>) =>
		world.metafields.merged(owner, [], { inputs, path });
	const all = of(input.metafields ?? []);
	if (all.made) return all;
	const rest = (input.metafields ?? []).filter(({ type }) => type !== 'id');
	const isTaken = all.errors.every(({ code }) => code === 'TAKEN');
	if (world.options.takenId === 'createWithout' && isTaken) return of(rest);
	// The codes of metafields are not among those of `orderCreate`.
	return refused(...all.errors.map((error) => ({ ...error, code: 'INVALID' })));
};

const shippingLines = ({ shippingLines: given }: OrderInput): NewOrder['shippingLines'] =>
	(given ?? []).map((line) => ({
		title: line.title,
		code: line.code,
		source: line.source,
		price: Number(line.priceSet.shopMoney.amount),
		taxLines: taxLines(line.taxLines),
	}));

const transactions = ({ transactions: given }: OrderInput, now: number): NewOrder['transactions'] =>
	(given ?? []).map((one) => ({
		kind: one.kind ?? 'SALE',
		status: one.status ?? 'SUCCESS',
		gateway: one.gateway,
		amount: Number(one.amountSet.shopMoney.amount),
		processedAt: one.processedAt === null ? now : Date.parse(one.processedAt),
		test: one.test ?? false,
	}));

const newOrder = (
	world: World,
	input: OrderInput,
	looked: Pick<NewOrder, 'lines' | 'metafields' | 'customerId' | 'processedAt'>,
): NewOrder => {
	const now = world.now();
	const { shippingAddress, billingAddress, name, financialStatus } = input;
	return {
		...looked,
		name,
		financialStatus,
		createdAt: now,
		updatedAt: now,
		currency: input.currency ?? world.settings.shop.currency,
		taxesIncluded: input.taxesIncluded ?? false,
		test: input.test ?? false,
		email: input.email,
		phone: input.phone,
		note: input.note,
		poNumber: input.poNumber,
		sourceName: input.sourceName,
		sourceIdentifier: input.sourceIdentifier,
		sourceUrl: input.sourceUrl,
		tags: [...new Set(input.tags ?? [])],
		customAttributes: input.customAttributes ?? [],
		billingAddress: rawAddress(billingAddress, world.newId),
		shippingAddress: rawAddress(shippingAddress, world.newId),
		taxLines: taxLines(input.taxLines),
		shippingLines: shippingLines(input),
		transactions: transactions(input, now),
	};
};

/** `orderCreate` (reference/shopify.md 9): nothing comes into being unless everything is in order. */
export const orderCreate = (
	world: World,
	input: OrderInput,
	by: { readonly behaviour: Behaviour; readonly version: string },
): Outcome<RawOrder> => {
	const lines = newLines(world, input);
	const time = processedAt(input, world.now(), by.version);
	const metafields = metafieldsOf(world, input);
	const errors = [
		...shopFaults(world),
		...orderFaults(input),
		...lines.errors,
		...time.errors,
		...metafields.errors,
	];
	if (errors.length > 0 || !lines.made || !metafields.made) return refused(...errors);
	const customer = customerOf(world, input);
	if (customer.made === null) return refused(...customer.errors);
	const { id: customerId } = customer.made;
	const looked = { lines: lines.made, metafields: metafields.made, customerId };
	const draft = newOrder(world, input, { ...looked, processedAt: time.processedAt });
	const placed = world.orders.place(draft, { behaviour: by.behaviour }, true);
	if (!placed.made) return placed;
	const known = world.customers.find(customerId);
	const address = draft.shippingAddress ?? draft.billingAddress;
	if (known) world.customers.keep(afterOrder(known, { address, email: draft.email }, world.now()));
	return made(placed.made);
};

/** An order that this app may see: older ones need a scope of their own (reference/shopify.md 3). */
export const isWithinReach = (world: World, { createdAt }: RawOrder): boolean =>
	world.settings.scopes.includes('read_all_orders') || createdAt >= world.now() - 60 * 86_400_000;
