import type { IconicReason } from './types';

/** Names are made up: those of The Iconic's own list are not known. */
export const usualReasons: readonly IconicReason[] = [
	{ type: 'canceled', name: 'Out of Stock', outOfStock: true },
	{ type: 'canceled', name: 'Wrong Price' },
	{ type: 'canceled', name: 'Cancelled by Customer' },
	{ type: 'canceled_system', name: 'Not Shipped in Time' },
	{ type: 'failed', name: 'Address Not Found' },
	{ type: 'failed', name: 'Refused by Customer' },
	{ type: 'returned', name: 'Wrong Size' },
	{ type: 'returned', name: 'Faulty' },
	{ type: 'return_rejected', name: 'Worn' },
];

export const reasonAnswer = ({ type, name, outOfStock = false }: IconicReason, at: number) => ({
	id: at + 1,
	type,
	name,
	description: name,
	outOfStock,
});
