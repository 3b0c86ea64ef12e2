import type { IExecuteFunctions } from 'n8n-workflow';
import type { WorkingHours } from '../../domain/routing';
import { changing } from '../shared/changing';
import { isDryRun } from '../shared/dryRun';
import { eachItem } from '../shared/eachItem';
import { inChunks } from '../shared/inChunks';
import { count, flag, groupOf, option, text } from '../shared/parameters';
import { one } from '../shared/row';
import { changes, code, hub, limit, lists } from './calls';

export const hubOperations = {
	'hub:getMany': lists((ledger) => ledger.getHubs()),
	'hub:reroute': eachItem(async (context, item) => {
		const { ledger, marked } = await changing(context, item);
		const closed = hub(context, item);
		const reroute = (most: number) => ledger.rerouteHub(closed, most);
		// What a dry run takes back would be there again: it shows the first orders.
		const most = isDryRun(context, item) ? 1 : Infinity;
		return one(marked({ hub: closed, ...(await inChunks(limit(context, item), reroute, most)) }));
	}),
	'hub:save': changes((ledger, context, item) => {
		const orderLimit = option(context, 'orderLimit', item);
		return ledger.saveHub({
			code: code(context, item),
			name: text(context, 'name', item),
			active: flag(context, 'active', item),
			latitude: degrees(context, 'latitude', item),
			longitude: degrees(context, 'longitude', item),
			orderLimit: orderLimit === null ? null : count(orderLimit, 'orderLimit'),
			workingHours: workingHoursOf(context, item),
		});
	}),
	'seller:getMany': lists((ledger) => ledger.getSellers()),
	'seller:save': changes((ledger, ...at) =>
		ledger.saveSeller({ code: code(...at), name: text(at[0], 'name', at[1]) }),
	),
};

function degrees(context: IExecuteFunctions, name: string, item: number): number | null {
	const given: unknown = context.getNodeParameter(`coordinates.${name}`, item, null);
	return given === null ? null : Number(given);
}

function workingHoursOf(context: IExecuteFunctions, item: number): WorkingHours | null {
	const hours = groupOf(context, 'workingHours.hours', item);
	if (hours === null) return null;
	const { days } = hours;
	const typed = (name: string) => String(hours[name] ?? '').trim();
	return {
		timeZone: typed('timeZone'),
		days: Array.isArray(days) ? days.map(Number) : [],
		opens: typed('opens'),
		closes: typed('closes'),
		cutOff: typed('cutOff') || null,
	};
}
