import { sleep } from 'n8n-workflow';
import type { Ledger } from '../../ledger/ledger';
import type { OrderRouted } from '../../ledger/shapes';
import { eachItem } from '../shared/eachItem';
import { ledgerOf } from '../shared/ledgerOf';
import { operationTable } from '../shared/operationTable';
import { count, jsonOf, option, text } from '../shared/parameters';
import { one } from '../shared/row';

const onHold = 1;

/** Orders routed in one transaction: few enough that nothing else in n8n has to wait long. */
const chunk = 50;

const isAssigned = ({ decision }: OrderRouted) => decision.hub !== null;

export const operations = operationTable({
	routeWaiting: eachItem(async (context, item) => {
		const most = count(option(context, 'most', item) ?? 2000, 'most');
		const routed = await routeUpTo(most, await ledgerOf(context), text(context, 'store', item));
		if (text(context, 'output', item) === 'orders') {
			return routed.map((json) => ({ json, output: isAssigned(json) ? 0 : onHold }));
		}
		const assigned = routed.filter(isAssigned).length;
		return one({
			...jsonOf(context, item),
			routing: { assigned, onHold: routed.length - assigned },
		});
	}),
});

async function routeUpTo(most: number, ledger: Ledger, store: string): Promise<OrderRouted[]> {
	const routed: OrderRouted[] = [];
	let waiting = true;
	while (waiting && routed.length < most) {
		const part = await ledger.routeWaiting(store, Math.min(chunk, most - routed.length));
		routed.push(...part.routed);
		waiting = part.waiting;
		// Lets webhooks and other executions have their turn between two transactions.
		await sleep(0);
	}
	return routed;
}
