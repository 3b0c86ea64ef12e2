import type { INodeProperties } from 'n8n-workflow';
import { cancelReasonOptions } from '../shared/fields';
import { countryOptions } from './countries';
import { typedShow as show } from './settingsShow';

/** For a channel that takes what it has reserved off the figure by itself. */
export const reservationsField = (label: string): INodeProperties => ({
	displayName: 'Add Channel Reservations',
	name: 'addReservations',
	type: 'boolean',
	default: true,
	description: `Whether stock goes out with the units of open orders on top, because ${label} takes off what it has reserved for them by itself. Without it they are taken off twice there. See the documentation on how to find out.`,
	displayOptions: { show },
});

/** Carrier Mapping. `provider` is what the channel calls a carrier. */
export const carrierMappingField = (label: string, provider: string): INodeProperties => ({
	displayName: 'Carrier Mapping',
	name: 'carrierMapping',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	placeholder: 'Add Carrier',
	default: {},
	description: `What ${label} calls the carriers that your hubs or your OMS name. A carrier in no row goes out by its own name.`,
	displayOptions: { show },
	options: [
		{
			displayName: 'Rows',
			name: 'rows',
			values: [
				{
					displayName: 'Carrier',
					name: 'carrier',
					type: 'string',
					default: '',
					placeholder: 'e.g. Australia Post',
					description:
						'As hub or OMS write it, in whatever case. Leave it empty for every carrier that stands in no other row.',
				},
				{
					displayName: `${provider} Name or ID`,
					name: 'channelCarrier',
					type: 'options',
					typeOptions: { loadOptionsMethod: 'getCarriers' },
					default: '',
					description: `What ${label} is told. Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.`,
				},
			],
		},
	],
});

/** Why the hub cancels, as a list to pick from. `other`: nobody said why. */
const reasons = [...cancelReasonOptions, { name: 'Any Other Reason', value: 'other' }];

/** Cancellation Reasons, for a channel that wants one of its own with each cancel. */
export const cancelReasonsField = (label: string, reason: string): INodeProperties => ({
	displayName: 'Cancellation Reasons',
	name: 'cancelReasonMapping',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	placeholder: 'Add Reason',
	default: {},
	description: `What ${label} is told when the hub cancels. It takes no cancel without a reason of its own.`,
	displayOptions: { show },
	options: [
		{
			displayName: 'Rows',
			name: 'rows',
			values: [
				{
					displayName: 'Reason',
					name: 'reason',
					type: 'options',
					options: reasons,
					default: 'other',
					description: 'Why the hub cancels',
				},
				{
					displayName: `${reason} Name or ID`,
					name: 'channelReason',
					type: 'options',
					typeOptions: { loadOptionsMethod: 'getCancelReasons' },
					default: '',
					description: `What ${label} is told. Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.`,
				},
			],
		},
	],
});

const country = (description: string): INodeProperties => ({
	displayName: 'Country',
	name: 'country',
	type: 'options',
	options: countryOptions,
	default: 'AU',
	description,
});

const typed = (displayName: string, name: string, example: string): INodeProperties => ({
	displayName,
	name,
	type: 'string',
	default: '',
	placeholder: `e.g. ${example}`,
});

const billTo: INodeProperties = {
	displayName: 'Bill To',
	name: 'billTo',
	type: 'fixedCollection',
	placeholder: 'Add Address',
	default: {},
	description: 'The billing address of the orders. Without it the bill has the name alone.',
	options: [
		{
			displayName: 'Address',
			name: 'address',
			values: [
				typed('City', 'city', 'Sydney'),
				typed('Company', 'company', 'Example Pty Ltd'),
				country('Where the bill goes'),
				typed('Phone', 'phone', '+61 2 5550 0000'),
				typed('Postcode', 'postcode', '2000'),
				typed('State', 'region', 'New South Wales'),
				typed('Street', 'street', '1 Example Street'),
				typed('Street, Second Line', 'street2', 'Level 3'),
			],
		},
	],
};

const shippingMethods: INodeProperties = {
	displayName: 'Shipping Methods',
	name: 'shippingMethods',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	placeholder: 'Add Country',
	default: {},
	description:
		'By which method the OMS is to ship, by the country of purchase. Orders of other countries get none.',
	options: [
		{
			displayName: 'Rows',
			name: 'rows',
			values: [
				country('Where the order was bought'),
				{
					...typed('Method', 'method', 'Express'),
					description: 'As your OMS calls it',
				},
			],
		},
	],
};

/** How the orders look in an OMS that ships them. `label` is whose orders they are. */
export const omsOrderField = (label: string): INodeProperties => ({
	displayName: 'Orders in the OMS',
	name: 'omsOrder',
	type: 'collection',
	placeholder: 'Add Option',
	default: {},
	description:
		'How orders look in the OMS that ships them, such as Shopify. It does nothing while the hub itself is the OMS.',
	displayOptions: { show },
	options: [
		billTo,
		{
			...typed('Customer', 'customer', label),
			description: `To whom the OMS sells: the name of its customer and of the bill. Empty means "${label}".`,
		},
		{
			displayName: 'Extra Line Item',
			name: 'extraLine',
			type: 'boolean',
			default: false,
			description: 'Whether an extra line item of no value names the sales channel',
		},
		{
			displayName: 'Prices Include Tax',
			name: 'taxesIncluded',
			type: 'boolean',
			default: true,
			description: `Whether the prices of ${label} contain the tax`,
		},
		shippingMethods,
	],
});
