import type { INodeProperties } from 'n8n-workflow';
import { choicesOn } from '../channel/operationChoices';
import { op, operationChoice } from '../shared/operationChoice';
import { access } from './access';

const { cancelReason, carrier, order, orderStatus, listing, stock, store } = choicesOn(
	access.label,
);

export const operationFields: INodeProperties[] = [
	{
		displayName: 'Resource',
		name: 'resource',
		type: 'options',
		noDataExpression: true,
		options: [
			{ name: 'Failure Reason', value: 'cancelReason' },
			{ name: 'Listing', value: 'listing' },
			{ name: 'Order', value: 'order' },
			{ name: 'Order Status', value: 'orderStatus' },
			{ name: 'Shipping Provider', value: 'carrier' },
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
			op(
				'Get Invoice',
				'getInvoice',
				'Get the invoice that The Iconic makes for an order, as a PDF',
				'Get the invoice of an order',
			),
			op(
				'Get Label',
				'getLabel',
				'Get the shipping label that The Iconic makes for an order, as a PDF to print',
				'Get the label of an order',
			),
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
	operationChoice('carrier', [carrier.getMany]),
	operationChoice('cancelReason', [cancelReason.getMany]),
	operationChoice('listing', [
		op(
			'Get Many',
			'getMany',
			'Get what the seller offers: the ID, the seller SKU and the name of each product',
			'Get many listings',
		),
		listing.getPage,
	]),
	operationChoice('stock', [stock.get, stock.getPage, stock.push], 'push'),
	operationChoice('store', [store.getSettingsForm, store.saveSettings], 'saveSettings'),
];
