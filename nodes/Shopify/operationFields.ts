import type { INodeProperties } from 'n8n-workflow';
import { choicesOn } from '../channel/operationChoices';
import { op, operationChoice } from '../shared/operationChoice';
import { access } from './access';

const { order, listing, stock, location, store } = choicesOn(access.label);

export const operationFields: INodeProperties[] = [
	{
		displayName: 'Resource',
		name: 'resource',
		type: 'options',
		noDataExpression: true,
		options: [
			{ name: 'Fulfilment', value: 'fulfilment' },
			{ name: 'Listing', value: 'listing' },
			{ name: 'Location', value: 'location' },
			{ name: 'Order', value: 'order' },
			{ name: 'Stock', value: 'stock' },
			{ name: 'Store', value: 'store' },
		],
		default: 'order',
	},
	operationChoice(
		'fulfilment',
		[
			op(
				'Create',
				'create',
				'Tell Shopify that an order, or part of it, has left, with its tracking number',
				'Create a fulfilment',
			),
			op(
				'Get Many',
				'getMany',
				'Get what has left of an order, one item for each fulfilment',
				'Get many fulfilments',
			),
			op(
				'Get Page',
				'getPage',
				'Get what became of orders that were handed over, as one item, between Sync Begin and Sync End',
				'Get a page of fulfilments',
			),
		],
		'getMany',
	),
	operationChoice('order', [order.cancel, order.get, order.getMany, order.sendUpdate], 'getMany'),
	operationChoice('listing', [
		op(
			'Get Many',
			'getMany',
			'Get the variants of the store: the ID, the SKU and the title of each',
			'Get many listings',
		),
		listing.getPage,
	]),
	operationChoice(
		'stock',
		[
			stock.get,
			op(
				'Get Page',
				'getPage',
				'Get the next page of what Shopify may still promise, between Sync Begin and Sync End',
				'Get a page of stock',
			),
			stock.push,
		],
		'get',
	),
	operationChoice('location', [location.getMany]),
	operationChoice('store', [store.getSettingsForm, store.saveSettings], 'saveSettings'),
];
