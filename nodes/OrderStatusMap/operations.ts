import type { IExecuteFunctions } from 'n8n-workflow';
import { hubStatuses } from '../../domain/hubStatus';
import { mapBack, mapStatus } from '../../domain/statusMap';
import type { StoreSettings } from '../../domain/store';
import { eachItem } from '../shared/eachItem';
import { ledgerOf } from '../shared/ledgerOf';
import { operationTable } from '../shared/operationTable';
import { isPage, jsonOf, oneOf, orderOf, pageOf, rowsOf, text } from '../shared/parameters';
import { one } from '../shared/row';

type Maps = Pick<StoreSettings, 'channelStatusMap' | 'workspaceStatusMap'>;

const unmapped = 1;

export const operations = operationTable({
	toHub: eachItem(async (context, item) => {
		const { channelStatusMap } = await mapsOf(context, item);
		if (isPage(jsonOf(context, item))) {
			const page = pageOf(context, item);
			const orders = page.orders.map((order) => ({
				...order,
				hubStatus: mapStatus(order, channelStatusMap),
			}));
			return one({ ...page, orders });
		}
		const order = orderOf(context, item);
		const hubStatus = mapStatus(order, channelStatusMap);
		return one({ ...order, hubStatus }, hubStatus === null ? unmapped : 0);
	}),
	toChannel: eachItem(async (context, item) => {
		const { workspaceStatusMap } = await mapsOf(context, item);
		const status = oneOf(hubStatuses, text(context, 'status', item), 'status');
		const channelStatus = mapBack(status, workspaceStatusMap);
		return one({ ...jsonOf(context, item), channelStatus }, channelStatus === null ? unmapped : 0);
	}),
});

/** A run goes on with the settings it began with, whatever was saved since. */
async function mapsOf(context: IExecuteFunctions, item: number): Promise<Maps> {
	if (text(context, 'source', item) === 'ledger') {
		const version = jsonOf(context, item).run?.settingsVersion;
		const ledger = await ledgerOf(context);
		return (await ledger.getStore(text(context, 'store', item), version)).settings;
	}
	const rows = rowsOf(context, 'map', item, ['channelStatus', 'hubStatus']).map((row) => ({
		...row,
		hubStatus: oneOf(hubStatuses, row.hubStatus, 'map'),
	}));
	return { channelStatusMap: rows, workspaceStatusMap: rows };
}
