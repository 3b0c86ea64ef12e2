import { variantView } from './catalogView';
import { type ConnectionArguments, inOrder } from './connection';
import { addressView, customerView, metafieldViews } from './customerView';
import { fulfillmentOrderView, fulfillmentView } from './fulfillmentView';
import { gid } from './ids';
import { instantOf, instantOrNull } from './instants';
import { moneyBag } from './money';
import { received, totals } from './newOrder';
import type {
	RawAttribute,
	RawLine,
	RawOrder,
	RawShippingLine,
	RawTaxLine,
	RawTransaction,
} from './raw';
import { badRequest } from './refusal';
import { displayStatus, openOrders, shippedUnits } from './shipping';
import type { World } from './world';

type Rows = { readonly first?: number | null };

export const attributeView = ({ key, value }: RawAttribute) => ({
	__typename: 'Attribute',
	key,
	value,
});

const taxLineView = (currency: string) => (line: RawTaxLine) => ({
	__typename: 'TaxLine',
	title: line.title,
	rate: line.rate,
	ratePercentage: line.rate * 100,
	channelLiable: line.channelLiable,
	priceSet: moneyBag(line.price, currency),
});

export const lineView = (world: World, order: RawOrder, line: RawLine) => {
	const variant = world.catalog.variant(line.variantId ?? '');
	const left = line.currentQuantity - shippedUnits(order, line.id);
	return {
		__typename: 'LineItem',
		id: gid('LineItem', line.id),
		sku: line.sku,
		title: line.title,
		name: line.title,
		variantTitle: line.variantTitle,
		vendor: line.vendor,
		quantity: line.quantity,
		currentQuantity: line.currentQuantity,
		unfulfilledQuantity: left,
		nonFulfillableQuantity: line.requiresShipping ? 0 : left,
		requiresShipping: line.requiresShipping,
		taxable: line.taxable,
		customAttributes: line.properties.map(attributeView),
		originalUnitPriceSet: moneyBag(line.price, order.currency),
		discountedUnitPriceSet: moneyBag(line.price, order.currency),
		discountedUnitPriceAfterAllDiscountsSet: moneyBag(line.price, order.currency),
		originalTotalSet: moneyBag(line.price * line.quantity, order.currency),
		discountedTotalSet: moneyBag(line.price * line.quantity, order.currency),
		taxLines: ({ first }: Rows) =>
			line.taxLines.slice(0, first ?? undefined).map(taxLineView(order.currency)),
		variant: () => variant && variantView(world, variant),
	};
};

const shippingLineView = (currency: string) => (line: RawShippingLine) => ({
	__typename: 'ShippingLine',
	id: `gid://shopify/ShippingLine/${line.id}`,
	title: line.title,
	code: line.code,
	source: line.source,
	originalPriceSet: moneyBag(line.price, currency),
	discountedPriceSet: moneyBag(line.price, currency),
	taxLines: line.taxLines.map(taxLineView(currency)),
});

const transactionView = (currency: string) => (one: RawTransaction) => ({
	__typename: 'OrderTransaction',
	id: gid('OrderTransaction', one.id),
	kind: one.kind,
	status: one.status,
	gateway: one.gateway,
	formattedGateway: one.gateway,
	test: one.test,
	processedAt: instantOf(one.processedAt),
	createdAt: instantOf(one.processedAt),
	amountSet: moneyBag(one.amount, currency),
});

const moneyIn = (order: RawOrder) => {
	const [asOrdered, now] = [totals(order), totals(order, (line) => line.currentQuantity)];
	const bag = (amount: number) => moneyBag(amount, order.currency);
	return {
		subtotalPriceSet: bag(asOrdered.subtotal),
		totalPriceSet: bag(asOrdered.total),
		originalTotalPriceSet: bag(asOrdered.total),
		totalTaxSet: bag(asOrdered.tax),
		totalShippingPriceSet: bag(asOrdered.shipping),
		currentSubtotalPriceSet: bag(now.subtotal),
		currentTotalPriceSet: bag(now.total),
		currentTotalTaxSet: bag(now.tax),
		totalReceivedSet: bag(received(order.transactions)),
		totalDiscountsSet: bag(0),
	};
};

const lists = (world: World, order: RawOrder) => ({
	lineItems: (args: ConnectionArguments) =>
		inOrder(order.lines, args, { type: 'LineItem', view: (line) => lineView(world, order, line) }),
	fulfillments({ first, query }: Rows & { readonly query?: string | null }) {
		if (query) throw badRequest('the sandbox does not search fulfillments');
		const shown = order.fulfillments.slice(0, first ?? undefined);
		return shown.map((one) => fulfillmentView(world, order, one));
	},
	fulfillmentOrders: (args: ConnectionArguments & { readonly query?: string | null }) =>
		inOrder(order.fulfillmentOrders, args, {
			type: 'FulfillmentOrder',
			view: (one) => fulfillmentOrderView(world, order, one),
		}),
	shippingLines: (args: ConnectionArguments) =>
		inOrder(order.shippingLines, args, {
			type: 'ShippingLine',
			view: shippingLineView(order.currency),
		}),
	shippingLine: order.shippingLines.map(shippingLineView(order.currency))[0] ?? null,
	transactions: ({ first }: Rows) =>
		order.transactions.slice(0, first ?? undefined).map(transactionView(order.currency)),
	taxLines: order.taxLines.map(taxLineView(order.currency)),
});

const texts = (order: RawOrder) => ({
	name: order.name,
	number: order.number,
	email: order.email,
	phone: order.phone,
	note: order.note,
	poNumber: order.poNumber,
	sourceName: order.sourceName,
	sourceIdentifier: order.sourceIdentifier,
	registeredSourceUrl: order.sourceUrl,
	tags: order.tags,
	cancelReason: order.cancelReason,
	currencyCode: order.currency,
	presentmentCurrencyCode: order.currency,
	paymentGatewayNames: [...new Set(order.transactions.flatMap(({ gateway }) => gateway ?? []))],
});

export function orderView(world: World, order: RawOrder): Readonly<Record<string, unknown>> {
	const customer = world.customers.find(order.customerId);
	return {
		__typename: 'Order',
		id: gid('Order', order.id),
		legacyResourceId: order.id,
		...texts(order),
		createdAt: instantOf(order.createdAt),
		processedAt: instantOf(order.processedAt),
		updatedAt: instantOf(order.updatedAt),
		cancelledAt: instantOrNull(order.cancelledAt),
		closedAt: null,
		closed: false,
		confirmed: true,
		cancellation:
			order.cancelledAt === null
				? null
				: {
						__typename: 'OrderCancellation',
						staffNote: order.staffNote,
					},
		edited: order.edited,
		test: order.test,
		// Nothing weighs anything here.
		totalWeight: '0',
		taxesIncluded: order.taxesIncluded,
		fulfillable: openOrders(order).length > 0,
		fullyPaid: order.financialStatus === 'PAID',
		unpaid: order.financialStatus === 'PENDING',
		requiresShipping: order.lines.some(({ requiresShipping }) => requiresShipping),
		displayFinancialStatus: order.financialStatus,
		displayFulfillmentStatus: displayStatus(order),
		customAttributes: order.customAttributes.map(attributeView),
		customer: customer && customerView(customer),
		billingAddress: addressView(order.billingAddress),
		shippingAddress: addressView(order.shippingAddress),
		displayAddress: addressView(order.shippingAddress ?? order.billingAddress),
		...metafieldViews(order.metafields),
		...moneyIn(order),
		...lists(world, order),
	};
}
