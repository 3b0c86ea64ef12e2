/** Global ids (reference/shopify.md 6). Numbers are texts: they are never counted with. */
export type Kind =
	| 'Order'
	| 'LineItem'
	| 'Product'
	| 'ProductVariant'
	| 'InventoryItem'
	| 'InventoryLevel'
	| 'InventoryAdjustmentGroup'
	| 'Location'
	| 'Customer'
	| 'MailingAddress'
	| 'Fulfillment'
	| 'FulfillmentLineItem'
	| 'FulfillmentOrder'
	| 'FulfillmentOrderLineItem'
	| 'Metafield'
	| 'MetafieldDefinition'
	| 'WebhookSubscription'
	| 'OrderTransaction'
	| 'Shop'
	| 'AppInstallation'
	| 'BulkOperation'
	| 'CalculatedOrder'
	| 'CalculatedLineItem'
	| 'Job';

export const gid = (kind: Kind, id: string): string => `gid://shopify/${kind}/${id}`;

/** The number in a global id of this kind, or in a bare one; null for any other text. */
export const numberIn = (kind: Kind, text: string): string | null => {
	if (/^\d+$/.test(text)) return text;
	const [, found, id = ''] = /^gid:\/\/shopify\/(\w+)\/([\w-]+)/.exec(text) ?? [];
	return found === kind ? id : null;
};

export const kindOf = (text: string): string | null =>
	/^gid:\/\/shopify\/(\w+)\//.exec(text)?.[1] ?? null;

/** Numbers as Shopify has them: long, and rising over all kinds. */
export const sequence = (start = 7_100_000_000_000) => {
	let last = start;
	return (): string => {
		last += 1024;
		return String(last);
	};
};

export const byNumber = (left: string, right: string): number =>
	left.length - right.length || (left < right ? -1 : Number(left > right));
