import type { INodeProperties } from 'n8n-workflow';
import { choicesOn } from '../channel/operationChoices';
import { op, operationChoice } from '../shared/operationChoice';
import { access } from './access';

const { order, orderStatus, stock, store } = choicesOn(access.label);

export const operationFields: INodeProperties[] = [
	{
		displayName: 'Resource',
		name: 'resource',
		type: 'options',
		noDataExpression: true,
		options: [
			{ name: 'Invoice', value: 'invoice' },
			{ name: 'Listing', value: 'listing' },
			{ name: 'Order', value: 'order' },
			{ name: 'Order Status', value: 'orderStatus' },
			{ name: 'Price', value: 'price' },
			{ name: 'Stock', value: 'stock' },
			{ name: 'Store', value: 'store' },
		],
		default: 'order',
	},
	operationChoice(
		'order',
		[
			op(
				'Accept',
				'accept',
				'Tell Amazon that the hub takes a shipment: Seller Flex then shows it as accepted',
				'Accept an order',
			),
			order.cancel,
			order.get,
			order.getGaps,
			order.getMany,
			order.getPage,
			order.getReferences,
			order.sendUpdate,
			op(
				'Ship',
				'ship',
				'Tell Amazon that a shipment has left, before the carrier scans it',
				'Ship an order',
			),
		],
		'getMany',
	),
	operationChoice('orderStatus', [orderStatus.getMany]),
	operationChoice('listing', [
		op(
			'Import CSV',
			'importCsv',
			'Take in the catalog of the store from a file: seller SKUs with their ASINs',
			'Import listings from a CSV file',
		),
	]),
	operationChoice('stock', [stock.get, stock.push], 'push'),
	operationChoice('store', [store.getSettingsForm, store.saveSettings], 'saveSettings'),
];
