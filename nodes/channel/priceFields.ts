import type { INodeProperties } from 'n8n-workflow';
import { csvFields } from '../shared/csvFields';
import { dryRunField } from '../shared/fields';
import { op, operationChoice } from '../shared/operationChoice';

const uploading = { resource: ['price'], operation: ['importCsv'] };
const pushing = { resource: ['price'], operation: ['push'] };

const notice = (name: string, show: typeof uploading, displayName: string): INodeProperties => ({
	displayName,
	name,
	type: 'notice',
	default: '',
	displayOptions: { show },
});

/** For a channel that is told selling prices. `few` are told one by one. */
export const priceFields = (label: string, few: number): INodeProperties[] => [
	operationChoice('price', [
		op(
			'Import CSV',
			'importCsv',
			'Keep the selling prices of a file until they are pushed; a line that is refused costs no other',
			'Import prices from a CSV file',
		),
		op(
			'Push',
			'push',
			`Tell ${label} the prices that wait, and ask what became of its feeds`,
			'Push prices',
		),
	]),
	notice(
		'priceCsvNotice',
		uploading,
		'The first line names the columns: <b>seller SKU</b> (or: SKU, listing), <b>price</b> (or: selling price) and, if you like, <b>currency</b>: without it prices are in that of the country. A price has a decimal point or a decimal comma; one that may be read in two ways is refused.',
	),
	...csvFields(uploading, [
		{
			displayName: 'Send Again',
			name: 'sendAgain',
			type: 'boolean',
			default: false,
			description: `Whether to send also prices that ${label} has taken already, because somebody changed them there`,
		},
	]),
	notice(
		'pricePushNotice',
		pushing,
		`Give this node the item of Order Hub's Price > Get Changes, between Sync Begin (kind Prices) and Sync End. Up to ${few} prices are told one by one, and the rest of each offer is kept. More of them go into one feed, which replaces the whole offer: a sale price of these listings is lost.`,
	),
	dryRunField({ resource: ['price'], operation: ['importCsv', 'push'] }),
];
