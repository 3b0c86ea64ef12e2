import { refused } from '../../domain/failure';
import { itemsText } from './changing';
import type { Waiting } from './changing';
import { idsOf } from './orderState';
import type { Item, OrderState } from './orderState';
import { offers } from './stages';
import { statusLabel } from './statuses';

const minutes = 15;

/** Why these items cannot be handled yet; null where they can. Refuses where nothing is to be waited for. */
export function heldBack(
	{ number }: OrderState,
	items: readonly Item[],
	action: 'pack' | 'makeReady',
): Waiting | null {
	const unpaid = items.filter(({ status }) => status === 'payment_pending');
	if (unpaid.length > 0) return { why: `${itemsText(idsOf(unpaid))} is not paid yet`, minutes };
	const held = items.filter(({ isProcessable }) => !isProcessable);
	if (held.length > 0) {
		return { why: `The Iconic lets nobody handle ${itemsText(idsOf(held))} yet`, minutes };
	}
	const others = items.filter(
		(item) => !offers(item, action) && !(action === 'makeReady' && offers(item, 'pack')),
	);
	const [first] = others;
	if (first === undefined) return null;
	throw refused(
		`theIconic: ${itemsText(idsOf(others))} of order ${number} is ${statusLabel(first.status)} on The Iconic, which does not offer to ${words[action]} it. Look at the order in Seller Center.`,
	);
}

const words = { pack: 'pack', makeReady: 'make ready to ship' } as const;
