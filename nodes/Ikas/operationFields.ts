import type { INodeProperties } from 'n8n-workflow';
import { choicesOn } from '../channel/operationChoices';
import { op, operationChoice } from '../shared/operationChoice';
import { access } from './access';

const { order, orderStatus, listing, stock, location, store } = choicesOn(access.label);

export const operationFields: INodeProperties[] = [
	{
		displayName: 'Resource',
		name: 'resource',
		type: 'options',
		noDataExpression: true,
		options: [
			{ name: 'Listing', value: 'listing' },
			{ name: 'Location', value: 'location' },
			{ name: 'Order', value: 'order' },
			{ name: 'Order Status', value: 'orderStatus' },
			{ name: 'Stock', value: 'stock' },
			{ name: 'Store', value: 'store' },
		],
		default: 'order',
	},
	operationChoice(
		'order',
		[
			order.cancel,
			order.get,
			order.getGaps,
			order.getMany,
			order.getPage,
			order.getReferences,
			order.sendUpdate,
			order.ship,
			order.updateStatus,
		],
		'getMany',
	),
	operationChoice('orderStatus', [orderStatus.getMany]),
	operationChoice('listing', [
		op(
			'Get Many',
			'getMany',
			'Get what the store offers: the ID, the SKU and the title of each variant',
			'Get many listings',
		),
		listing.getPage,
	]),
	operationChoice('stock', [stock.get, stock.getPage, stock.push], 'push'),
	operationChoice('location', [location.getMany]),
	operationChoice('store', [store.getSettingsForm, store.saveSettings], 'saveSettings'),
];
