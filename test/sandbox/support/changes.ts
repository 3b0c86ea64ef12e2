import type { OrderDraft } from '../../../sandbox/ikas/types';
import { type Shop, codeOf } from './ikasShop';

const state = `{
  id status orderPackageStatus cancelledAt
  orderLineItems { id status quantity originalOrderLineItemId }
  orderPackages {
    id orderPackageNumber orderPackageFulfillStatus orderLineItemIds deleted appId sourceId errorMessage
    trackingInfo { trackingNumber trackingLink cargoCompany cargoCompanyId }
  }
}`;

/** The mutations of reference/ikas.md 10, 11 and 12. */
const documents = {
	fulfillOrder: `mutation Fulfil($input: FulFillOrderInput!) { fulfillOrder(input: $input) ${state} }`,
	updateOrderPackageStatus: `mutation Move($input: UpdateOrderPackageStatusInput!) { updateOrderPackageStatus(input: $input) ${state} }`,
	cancelFulfillment: `mutation Undo($input: CancelFulfillmentInput!) { cancelFulfillment(input: $input) ${state} }`,
	cancelOrderLine: `mutation Cancel($input: CancelOrderLineInput!) { cancelOrderLine(input: $input) ${state} }`,
	saveProductStockLocations:
		'mutation Push($input: SaveStockLocationsInput!) { saveProductStockLocations(input: $input) }',
} as const;

export type Mutation = keyof typeof documents;

/** Sends a mutation; the whole answer. */
export const mutate = async (shop: Shop, name: Mutation, input: unknown) =>
	await shop.ask(documents[name], { input });

/** Sends a mutation; the order that it answers, or the code and message of its refusal. */
export const changed = async (shop: Shop, name: Mutation, input: unknown): Promise<unknown> => {
	const answer = await mutate(shop, name, input);
	const [first] = answer.body.errors ?? [];
	return first ? [codeOf(answer), first.message] : answer.body.data?.[name];
};

export interface PlacedLine {
	readonly orderLineItemId: string;
	readonly quantity: number;
}

/** An order of two shirts and a skirt: its id, and its lines as mutations name them. */
export const placed = (shop: Shop, draft: Partial<OrderDraft> = {}) => {
	const lines = [
		{ sku: 'GOMLEK-M', quantity: 2, price: 250 },
		{ sku: 'ETEK-38', quantity: 1, price: 400 },
	];
	const [order] = shop.sandbox.place([{ lines, ...draft }]);
	const named = order?.lines.map(({ id, quantity }) => ({ orderLineItemId: id, quantity })) ?? [];
	const [shirts = nothing, skirt = nothing] = named;
	return { orderId: order?.id ?? '', lines: named, shirts, skirt };
};

const nothing: PlacedLine = { orderLineItemId: '', quantity: 0 };

export const packagesOf = (shop: Shop, orderId: string) => shop.sandbox.order(orderId).packages;

export const notEligible = [
	'ORDER_NOT_ELIGIBLE_FOR_UPDATE',
	'error_messages.order.not_eligible_for_update',
];

/** An order all in one package. */
export const packed = async (shop: Shop, status: 'READY_FOR_SHIPMENT' | 'FULFILLED') => {
	const { orderId, lines, shirts, skirt } = placed(shop);
	const markAsReadyForShipment = status === 'READY_FOR_SHIPMENT';
	await changed(shop, 'fulfillOrder', { orderId, lines, markAsReadyForShipment });
	return { orderId, shirts, skirt, packageId: packagesOf(shop, orderId)[0]?.id ?? '' };
};
