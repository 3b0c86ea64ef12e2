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
			{ name: 'Manifest', value: 'manifest' },
			{ name: 'Order', value: 'order' },
			{ name: 'Package', value: 'package' },
			{ name: 'Return', value: 'return' },
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
				'Get what has left of an order that was handed over, one item for each package',
				'Get many fulfilments',
			),
			op(
				'Get Page',
				'getPage',
				'Get what became of orders that were handed over, as one item, between Sync Begin and Sync End',
				'Get a page of fulfilments',
			),
			op(
				'Mark Delivered',
				'markDelivered',
				'Tell Uniware that an order, or some of its items, has arrived',
				'Mark an order as delivered',
			),
		],
		'getMany',
	),
	operationChoice('listing', [
		op(
			'Get Many',
			'getMany',
			'Get the items of the tenant: the SKU and the name of each',
			'Get many listings',
		),
		listing.getPage,
		op('Save', 'save', 'Create a SKU in the catalog of the tenant, or edit it', 'Save an item'),
	]),
	operationChoice('location', [
		op('Get Many', 'getMany', 'Get the facilities that are switched on', 'Get many locations'),
	]),
	operationChoice('manifest', [
		op(
			'Add Packages',
			'addPackages',
			'Put packages that are ready to ship into an open manifest, with a result for each',
			'Add packages to a manifest',
		),
		op('Close', 'close', 'Close a manifest: everything in it is dispatched', 'Close a manifest'),
		op('Create', 'create', 'Open a manifest for one courier', 'Create a manifest'),
		op(
			'Create and Close',
			'createAndClose',
			'Dispatch packages of one courier with a manifest of their own, with a result for each',
			'Create and close a manifest',
		),
	]),
	operationChoice(
		'order',
		[
			order.cancel,
			op(
				'Create',
				'create',
				'Create a sale order by its own code, once whatever is repeated',
				'Create an order',
			),
			op(
				'Find',
				'find',
				'Find orders by number, status or channel, without their items',
				'Find orders',
			),
			order.get,
			order.getMany,
			op('Hold', 'hold', 'Keep an order from being packed', 'Hold an order'),
			op('Release', 'release', 'Let an order go that is on hold', 'Release an order'),
			order.sendUpdate,
			op('Verify', 'verify', 'Accept an order that waits for it', 'Verify an order'),
		],
		'getMany',
	),
	operationChoice(
		'package',
		[
			op(
				'Allocate Courier',
				'allocateCourier',
				'Say which courier takes a package, and by which tracking number',
				'Allocate the courier of a package',
			),
			op(
				'Create Label',
				'createLabel',
				'Make invoice and label of a package, or get those that there are, as a PDF',
				'Create the label of a package',
			),
			op('Dispatch', 'dispatch', 'Say that a package has left', 'Dispatch a package'),
			op(
				'Force Dispatch',
				'forceDispatch',
				'Say that a package has left, from whatever step it stands at',
				'Force the dispatch of a package',
			),
			op('Get Invoice', 'getInvoice', 'Get the invoice as a PDF', 'Get the invoice of a package'),
			op('Get Label', 'getLabel', 'Get the label as a PDF', 'Get the label of a package'),
			op('Get Many', 'getMany', 'Get the packages of one facility', 'Get many packages'),
		],
		'getMany',
	),
	operationChoice(
		'return',
		[
			op(
				'Complete',
				'complete',
				'Say that the items of a return have arrived, and what they are like',
				'Complete a return',
			),
			op(
				'Create',
				'create',
				'Ask for items to be brought back, once whatever is repeated',
				'Create a return',
			),
			op('Get Many', 'getMany', 'Get the returns that changed in a time', 'Get many returns'),
		],
		'getMany',
	),
	operationChoice(
		'stock',
		[
			op(
				'Adjust',
				'adjust',
				'Set, add or take away units on the shelf, all items in as few calls as possible, with a result for each',
				'Adjust stock',
			),
			op('Get', 'get', 'Get what a facility has of a SKU', 'Get the stock of a listing'),
			op(
				'Get Page',
				'getPage',
				'Get the next page of what Uniware may still promise, between Sync Begin and Sync End',
				'Get a page of stock',
			),
		],
		'get',
	),
	operationChoice('store', [store.getSettingsForm, store.saveSettings], 'saveSettings'),
];
