/**
 * Metafields of type `id`, by which Shopify finds what was handed over exactly and at once, and takes no second one
 * (reference/shopify.md 9).
 */
export const orderMark = { namespace: 'order_hub', key: 'order' } as const;
export const customerMark = { namespace: 'order_hub', key: 'customer' } as const;

/** The property of a line that names the channel's lines it stands for. */
export const linesProperty = 'order_hub_lines';
