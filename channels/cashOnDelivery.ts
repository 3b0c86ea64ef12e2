import type { Order } from '../domain/order';

/** What channels call it when the courier takes the money. */
const cod = /\bcod\b|cash.?on.?delivery|collect.?on.?delivery/i;

export const isCod = ({ payment }: Pick<Order, 'payment'>): boolean =>
	cod.test((payment ?? '').replaceAll('_', ' '));
