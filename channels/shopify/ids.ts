type Kind = 'Order' | 'ProductVariant' | 'Location' | 'Fulfillment' | 'FulfillmentOrder';

/** One that is none would cost the whole call. */
export const isId = (kind: Kind, id: string): boolean =>
	new RegExp(`^gid://shopify/${kind}/\\d{1,20}$`).test(id);
