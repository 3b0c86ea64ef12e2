import type { INodeProperties } from 'n8n-workflow';
import { newStore } from '../../domain/newStore';
import { integrationTypeLabels, integrationTypes } from '../../domain/integrationType';
import { invoiceWayLabels, invoiceWays } from '../../domain/invoice';
import { typedShow as show } from './settingsShow';
import { asUsual } from './usualInvoices';

const ways = [
	{ name: 'As Usual in the Country', value: asUsual },
	...invoiceWays.map((value) => ({ name: invoiceWayLabels[value], value })),
];

const splitOrders: INodeProperties = {
	displayName: 'Split Orders',
	name: 'splitOrders',
	type: 'boolean',
	default: false,
	description: 'Whether an order may leave in more than one parcel, from more than one hub',
};

/** What a channel has otherwise than most. */
export interface Differences {
	/** Invoices that the hub uploads. */
	readonly takesInvoices?: boolean;
	/** Whether an order may leave in more than one parcel. */
	readonly splitsOrders?: boolean;
	/** How far a sync looks back unless somebody says otherwise. */
	readonly overlapMinutes?: number;
	/** An OMS, which is told no stock and has no invoices. */
	readonly isOms?: boolean;
}

/** What of it means something to an OMS. */
const ofAnOms = ['version', 'overlapMinutes', 'pagesPerExecution'];

/** What most stores leave as it is. */
export const settingsOptions = (
	label: string,
	{
		takesInvoices = false,
		splitsOrders = true,
		overlapMinutes = newStore.overlapMinutes,
		isOms = false,
	}: Differences,
): INodeProperties => ({
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add Option',
	default: {},
	displayOptions: { show },
	options: allOptions(label, { takesInvoices, splitsOrders, overlapMinutes }).filter(
		({ name }) => !isOms || ofAnOms.includes(name),
	),
});

const allOptions = (
	label: string,
	{ takesInvoices, splitsOrders, overlapMinutes }: Required<Omit<Differences, 'isOms'>>,
): INodeProperties[] => [
	{
		displayName: 'Approve From Value',
		name: 'approveFrom',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 500,
		description:
			"With Approve Orders By Hand: only orders worth so much or more, in the order's currency, or those of Approve Payments",
	},
	{
		displayName: 'Approve Orders By Hand',
		name: 'approveOrders',
		type: 'boolean',
		default: false,
		description: 'Whether new orders are on hold until a person approves them',
	},
	{
		displayName: 'Approve Payments',
		name: 'approvePayments',
		type: 'string',
		default: '',
		placeholder: 'e.g. CASH_ON_DELIVERY',
		description: `With Approve Orders By Hand: only orders that are paid so, in the words of ${label} with commas, or those of Approve From Value`,
	},
	{
		displayName: 'Expected Version',
		name: 'version',
		type: 'number',
		default: 1,
		description:
			'Refuses the save when the settings have another version by now. Without it the version in force is replaced.',
	},
	{
		displayName: 'Cancel Held Orders After (Minutes)',
		name: 'cancelHeldMinutes',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 1440,
		description: `After so long on hold an order is cancelled, whatever holds it. Without it: never. ${label} hears of it where it hears of cancels.`,
	},
	{
		displayName: 'Facility Wise Inventory: Hub Names or IDs',
		name: 'inventoryHubs',
		type: 'multiOptions',
		typeOptions: { loadOptionsMethod: 'getHubs' },
		default: [],
		description:
			'Only the stock of these hubs is offered; the others count as 0. None means every mapped hub. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
	},
	{
		displayName: 'Hold Back Demand',
		name: 'holdBack',
		type: 'boolean',
		default: true,
		description:
			'Whether parked and failed orders, and those that wait for a hub, keep their units from being offered again',
	},
	{
		displayName: 'Integration Type',
		name: 'integrationType',
		type: 'options',
		options: integrationTypes.map((value) => ({ name: integrationTypeLabels[value], value })),
		default: 'full',
		description: `Whether the hub keeps the stock of what ${label} sells. Shipping Only: orders come in and leave as ever, and no stock is reserved, taken off or told, so Inventory Sync has to be off.`,
	},
	{
		displayName: 'Invoices',
		name: 'invoices',
		type: 'options',
		options: ways.filter(({ value }) => takesInvoices || value !== 'upload'),
		default: 'usual',
		description: `How the invoices of shipped orders get to ${label}. Order Hub lists the orders whose invoice has to be uploaded.`,
	},
	{
		displayName: 'Look Back (Hours)',
		name: 'lookBackHours',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 24,
		description: `How far a reconciliation compares the orders of ${label} with those of the hub`,
	},
	{
		displayName: 'Overlap (Minutes)',
		name: 'overlapMinutes',
		type: 'number',
		default: overlapMinutes,
		description: 'How far each sync looks back over what it has read, for orders that appear late',
	},
	{
		displayName: 'Pages per Execution',
		name: 'pagesPerExecution',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 10,
		description: 'After so many pages a fresh execution goes on, to keep memory small',
	},
	{
		displayName: 'Size Safety Stock',
		name: 'sizeSafety',
		type: 'boolean',
		default: false,
		description: `Whether so many units of each SKU that another store sells, too, are held back from ${label} as all stores together sell while figures and orders are on their way: 98 % of that demand, sized anew every hour. Routing takes them as ever.`,
	},
	{
		displayName: 'Sized Safety Stock: Most of the Stock (%)',
		name: 'safetyMostPercent',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 100 },
		default: 50,
		description: 'With Size Safety Stock: no more than this share of what is free, in whole units',
	},
	{
		displayName: 'Sized Safety Stock: Most Units',
		name: 'safetyMostUnits',
		type: 'number',
		typeOptions: { minValue: 1 },
		default: 10,
		description: 'With Size Safety Stock: no more units of a SKU than these',
	},
	...(splitsOrders ? [splitOrders] : []),
	{
		displayName: 'Stock Buffer',
		name: 'stockBuffer',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 0,
		description: `Units of every listing and location that ${label} is never told of`,
	},
	{
		displayName: 'Stock Cap',
		name: 'stockCap',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 100,
		description: `The most that ${label} is told of one listing and location. Without it: all there is.`,
	},
];
