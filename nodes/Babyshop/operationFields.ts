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
				'Create Shipment',
				'createShipment',
				'Tell Babyshop that an order is packed: it makes the shipment, and AWB and label come with it',
				'Create the shipment of an order',
			),
			order.get,
			order.getGaps,
			order.getMany,
			order.getPage,
			order.getReferences,
			op(
				'Print AWB',
				'printAwb',
				'Get the AWB label that Babyshop made for an order, as a PDF to print',
				'Print the label of an order',
			),
			order.sendUpdate,
			op(
				'Ship',
				'ship',
				'Tell Babyshop that an order was handed over to its courier',
				'Ship an order',
			),
		],
		'getMany',
	),
	operationChoice('orderStatus', [
		op(
			'Fetch Order Status',
			'getMany',
			'Get every status that an order can have on Babyshop',
			'Fetch order statuses',
		),
	]),
	operationChoice('listing', [
		op(
			'Get Many',
			'getMany',
			'Get the SKUs of the store, each with its Vendor SKU Code',
			'Get many listings',
		),
		listing.getPage,
	]),
	operationChoice('stock', [stock.push]),
	operationChoice('store', [store.getSettingsForm, store.saveSettings], 'saveSettings'),
];
