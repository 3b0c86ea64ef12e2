import type { IExecuteFunctions } from 'n8n-workflow';
import type { RoutingDecision } from '../../domain/routing';
import { eachItem } from '../shared/eachItem';
import { inChunks } from '../shared/inChunks';
import { ledgerOf } from '../shared/ledgerOf';
import { operationTable } from '../shared/operationTable';
import { count, jsonOf, option, text, whole } from '../shared/parameters';
import { one, type Row } from '../shared/row';
import { decideItem } from './decideItem';

const onHold = 1;

/** Orders on hold for too long that one call cancels: the next call takes the others. */
const mostOverdue = 50;

interface Decided {
	readonly decision: RoutingDecision;
}

const isAssigned = ({ decision }: Decided) => decision.hub !== null;

/** On Assigned or On Hold, as it was decided. */
const sorted = (json: Decided): Row => ({ json, output: isAssigned(json) ? 0 : onHold });

export const operations = operationTable({
	decide: eachItem(async (context, item) =>
		text(context, 'source', item) === 'items'
			? [sorted({ ...jsonOf(context, item), decision: await decideItem(context, item) })]
			: (await decideWaiting(context, item)).map(sorted),
	),
	routeWaiting: eachItem(async (context, item) => {
		const most = count(option(context, 'most', item) ?? 2000, 'most');
		const store = text(context, 'store', item);
		const ledger = await ledgerOf(context);
		const { cancelled } = await ledger.cancelOverdue(store, mostOverdue);
		const { routed } = await inChunks(most, (limit) => ledger.routeWaiting(store, limit));
		if (text(context, 'output', item) === 'orders') return routed.map(sorted);
		const assigned = routed.filter(isAssigned).length;
		return one({
			...jsonOf(context, item),
			routing: {
				assigned,
				onHold: routed.length - assigned,
				...(cancelled.length > 0 && { cancelled: cancelled.length }),
			},
		});
	}),
});

async function decideWaiting(context: IExecuteFunctions, item: number) {
	const ledger = await ledgerOf(context);
	return await ledger.decideWaiting(text(context, 'store', item), whole(context, 'limit', item));
}
