import type { INodeProperties } from 'n8n-workflow';
import { choicesOn } from '../channel/operationChoices';
import { op, operationChoice } from '../shared/operationChoice';
import { access } from './access';

const { order, listing, store } = choicesOn(access.label);

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
			{ name: 'Return', value: 'return' },
			{ name: 'Seller', value: 'seller' },
			{ name: 'Shipment', value: 'shipment' },
			{ name: 'Stock', value: 'stock' },
			{ name: 'Store', value: 'store' },
		],
		default: 'order',
	},
	operationChoice(
		'fulfilment',
		[
			op(
				'Get Many',
				'getMany',
				'Get what has left of an order that was handed over',
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
	operationChoice('listing', [
		op(
			'Get Many',
			'getMany',
			'Get the SKUs of the seller: the code and the name of each',
			'Get many listings',
		),
		listing.getPage,
	]),
	operationChoice('location', [
		op('Get Many', 'getMany', 'Get the hubs that the seller may use', 'Get many locations'),
	]),
	operationChoice(
		'order',
		[
			op('Approve', 'approve', 'Let an order go that waits for approval', 'Approve an order'),
			order.cancel,
			op(
				'Create',
				'create',
				'Create an order by its own ID, once whatever is repeated',
				'Create an order',
			),
			order.get,
			order.getMany,
			order.sendUpdate,
		],
		'getMany',
	),
	operationChoice(
		'return',
		[
			op(
				'Create',
				'create',
				'Create a return order of a delivered order, once whatever is repeated',
				'Create a return',
			),
			op('Get Many', 'getMany', 'Get return orders, the newest first', 'Get many returns'),
		],
		'getMany',
	),
	operationChoice('seller', [
		op('Get Many', 'getMany', 'Get the sellers of the tenant', 'Get many sellers'),
	]),
	operationChoice(
		'shipment',
		[
			op(
				'Attach',
				'attach',
				'Tell Omniful of a tracking number of the channel itself',
				'Attach a shipment',
			),
			op('Create', 'create', 'Have Omniful book a carrier, once', 'Create a shipment'),
			op('Get', 'get', 'Get carrier, tracking number and label address', 'Get a shipment'),
			op('Get Label', 'getLabel', 'Get the label as a file', 'Get the label of a shipment'),
			op(
				'Set Status',
				'setStatus',
				'Tell Omniful how far a shipment is that another carrier brings',
				'Set the status of a shipment',
			),
		],
		'get',
	),
	operationChoice(
		'stock',
		[
			op('Get', 'get', 'Get what each hub has of a SKU', 'Get the stock of a listing'),
			op(
				'Get Page',
				'getPage',
				'Get the next page of what Omniful may still promise, between Sync Begin and Sync End',
				'Get a page of stock',
			),
			op(
				'Push',
				'push',
				'Set the units on hand at hubs, all items in as few calls as possible, with a result for each',
				'Push stock',
			),
		],
		'get',
	),
	operationChoice('store', [store.getSettingsForm, store.saveSettings], 'saveSettings'),
];
