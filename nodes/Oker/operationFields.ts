import type { INodeProperties } from 'n8n-workflow';
import { choicesOn } from '../channel/operationChoices';
import { op, operationChoice } from '../shared/operationChoice';
import { access } from './access';

const { order, listing, stock, store } = choicesOn(access.label);

export const operationFields: INodeProperties[] = [
	{
		displayName: 'Resource',
		name: 'resource',
		type: 'options',
		noDataExpression: true,
		options: [
			{ name: 'Listing', value: 'listing' },
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
			op(
				'Dispatch',
				'dispatch',
				'Tell Oker that an order has left with its courier, as a closed manifest says',
				'Dispatch an order',
			),
			order.get,
			order.getGaps,
			order.getMany,
			order.getPage,
			order.getReferences,
			op(
				'Pack',
				'pack',
				'Tell Oker that an order is packed: it makes the invoice, and tracking and label come with it',
				'Pack an order',
			),
			order.sendUpdate,
		],
		'getMany',
	),
	operationChoice('orderStatus', [
		op(
			'Fetch Order Status',
			'getMany',
			'Get every status that an order can have on Oker',
			'Fetch order statuses',
		),
	]),
	operationChoice('listing', [
		op(
			'Get Many',
			'getMany',
			'Get the listings of the store, each with its SKU',
			'Get many listings',
		),
		listing.getPage,
	]),
	operationChoice('stock', [stock.push]),
	operationChoice('store', [store.getSettingsForm, store.saveSettings], 'saveSettings'),
];
