import { attempt } from './answer';
import type { Telling } from './invoicing';
import { hasLeft, isCancelled, lookAt, shipmentsIn } from './orderState';
import type { OrderState } from './orderState';
import { refusalOf } from './refusals';
import { cancelledThere } from './refusing';
import { orderShipping } from './requests';

/** Tells that the goods have left. A refusal is none where the order shows that they have (reference/babyshop-vinculum.md 10). */
export async function ship({ http, update, done }: Telling, state: OrderState): Promise<void> {
	const shipments = shipmentsIn(state);
	const what = `the dispatch of order ${update.number}`;
	const answer = await attempt(http, orderShipping(update.order, shipments), what);
	if ('refusal' in answer) {
		const now = await lookAt(http, update);
		if (isCancelled(now)) throw cancelledThere(update);
		if (!hasLeft(now)) throw refusalOf(answer.refusal);
	}
	done.push(`shipped with ${shipments.map(({ awb }) => awb).join(', ')}`);
}
