import type { Store } from './shopifyStore';

type Fields = Readonly<Record<string, unknown>>;

const money = (amount: string) => ({ shopMoney: { amount, currencyCode: 'AUD' } });

export const createDocument = `mutation($order: OrderCreateOrderInput!, $options: OrderCreateOptionsInput) {
  orderCreate(order: $order, options: $options) {
    order {
      id name note tags sourceIdentifier taxesIncluded processedAt displayFinancialStatus displayFulfillmentStatus
      customer { id displayName defaultAddress { city } } billingAddress { company } shippingAddress { city countryCodeV2 }
      totalPriceSet { shopMoney { amount currencyCode } } totalTaxSet { shopMoney { amount } }
      customAttributes { key value } metafield(namespace: "order_hub", key: "order") { type value }
      shippingLines(first: 2) { nodes { title } } transactions(first: 2) { kind gateway }
      lineItems(first: 5) { nodes { id sku quantity requiresShipping customAttributes { key value } taxLines { rate } } }
      fulfillmentOrders(first: 3) { nodes { id assignedLocation { name } lineItems(first: 3) { nodes { id remainingQuantity } } } }
    }
    userErrors { code field message }
  }
}`;

/** Two shirts and a scarf as IDA Connect has an order. */
export const orderInput = (variants: readonly string[], over: object = {}) => ({
	name: 'TI-100',
	sourceIdentifier: '900100',
	note: 'The Iconic',
	tags: ['The Iconic'],
	processedAt: '2026-11-02T09:30:00Z',
	taxesIncluded: true,
	shippingAddress: { firstName: 'Ann', city: 'Perth', countryCode: 'AU', provinceCode: 'WA' },
	billingAddress: { company: 'The Iconic', countryCode: 'AU' },
	lineItems: variants.map((variantId, at) => ({
		variantId,
		quantity: at === 0 ? 2 : 1,
		requiresShipping: true,
		priceSet: money('50.00'),
		taxLines: [{ title: 'GST', rate: '0.1', priceSet: money(at === 0 ? '9.09' : '4.55') }],
		properties: [{ name: 'order_hub', value: `item-${at}` }],
	})),
	transactions: [{ kind: 'SALE', gateway: 'The Iconic', amountSet: money('150.00') }],
	...over,
});

export const claiming = { inventoryBehaviour: 'DECREMENT_IGNORING_POLICY' };

/** Two variants, five and one in Sydney, three of the second in Melbourne. */
export const stocked = (store: Store): readonly string[] => {
	const [product] = store.sandbox.seed([
		{
			title: 'Shirt',
			variants: [
				{ sku: 'A', stocks: { 'Sydney Warehouse': 5 } },
				{ sku: 'B', stocks: { 'Sydney Warehouse': 0, 'Melbourne Store': 3 } },
			],
		},
	]);
	return product?.variants.map(({ id }) => id) ?? [];
};

export const defined = async (store: Store, ownerType = 'ORDER', key = 'order') =>
	await store.tell(
		`mutation($definition: MetafieldDefinitionInput!) { metafieldDefinitionCreate(definition: $definition) {
			createdDefinition { id } userErrors { code field }
		} }`,
		{ definition: { name: key, namespace: 'order_hub', key, type: 'id', ownerType } },
	);

export const idField = (value: string) => [
	{ namespace: 'order_hub', key: 'order', type: 'id', value },
];

/** Sends `orderCreate`: the payload. */
export const create = async (store: Store, order: object, options: object = claiming) =>
	await store.tell(createDocument, { order, options });

/** As JSON has it: what the payload's types do not say. */
export const plain = (value: unknown): Fields => JSON.parse(JSON.stringify(value ?? null)) ?? {};

export const codesIn = (payload: Fields, name = 'userErrors'): readonly unknown[] =>
	[payload[name] ?? []].flat().map((error) => plain(error).code);

/** The id of an order of both variants, in the shop by the API. */
export const created = async (store: Store, over: object = {}): Promise<string> => {
	const { order } = await create(store, orderInput(stocked(store), over));
	return String(plain(order).id);
};
