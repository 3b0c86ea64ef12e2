import { cancelReasons } from './channelUpdate';
import type { Address } from './order';
import { keepsStock } from './integrationType';
import { shown } from './sku';
import type { StoreSettings } from './store';

/** Why a hub cancels, as Cancellation Reasons names it: `other` where nobody said. */
export const namedReasons = [...cancelReasons, 'other'] as const;

/** What makes the settings about an OMS unusable, on the side of the channel and on its own; each a sentence with its cure. */
export const omsFaults = (settings: StoreSettings): readonly string[] => [
	...masterFaults(settings),
	...carrierFaults(settings),
	...reasonFaults(settings),
	...methodFaults(settings),
	...billFaults(settings.omsOrder.billTo),
];

function masterFaults(settings: StoreSettings): readonly string[] {
	const { stockMaster, addReservations, hubMap } = settings;
	if (!stockMaster) return [];
	return [
		...(keepsStock(settings)
			? []
			: [
					'Integration Type Shipping Only is for a store that sells: an OMS keeps the stock of its hubs. Choose Fulfillment + Shipping, or switch Stock Master off.',
				]),
		...(addReservations
			? [
					'Add Channel Reservations is for a store that sells: an OMS is told no stock. Switch it off, or Stock Master.',
				]
			: []),
		...repeated(hubMap.map(({ hub }) => hub)).map(
			(hub) =>
				`Hub Mapping: hub ${shown(hub)} stands in more than one row, so its stock would be that of the location read last. Map it to one location.`,
		),
	];
}

const carrierFaults = ({ carrierMap }: StoreSettings): readonly string[] => [
	...repeated(carrierMap.map(({ carrier }) => carrier.trim().toLowerCase())).map((carrier) =>
		carrier === ''
			? 'Carrier Mapping: more than one row is for all other carriers. Keep one of them.'
			: `Carrier Mapping: carrier ${shown(carrier)} stands in more than one row, whatever its case. Keep one of them.`,
	),
	...carrierMap
		.filter(({ channelCarrier }) => channelCarrier.trim() === '')
		.map(
			({ carrier }) =>
				`Carrier Mapping: the row of ${carrier.trim() === '' ? 'all other carriers' : `carrier ${shown(carrier)}`} names no carrier of the channel. Pick one, or take the row out.`,
		),
];

const reasonFaults = ({ cancelReasonMap }: StoreSettings): readonly string[] => [
	...cancelReasonMap
		.filter(({ reason }) => !namedReasons.includes(reason))
		.map(
			({ reason }) =>
				`Cancellation Reasons: there is no reason ${shown(reason)}. Use one of ${namedReasons.join(', ')}.`,
		),
	...repeated(cancelReasonMap.map(({ reason }) => reason)).map(
		(reason) =>
			`Cancellation Reasons: reason ${shown(reason)} stands in more than one row. Keep one of them.`,
	),
	...cancelReasonMap
		.filter(({ channelReason }) => channelReason.trim() === '')
		.map(
			({ reason }) =>
				`Cancellation Reasons: the row of ${shown(reason)} names no reason of the channel. Pick one, or take the row out.`,
		),
];

function methodFaults({ omsOrder }: StoreSettings): readonly string[] {
	const { shippingMethods } = omsOrder;
	return [
		...shippingMethods
			.filter(({ country }) => !isCountry(country))
			.map(
				({ country }) =>
					`Shipping Methods: ${shown(country)} is no country. Use its two capital letters, such as AU.`,
			),
		...repeated(shippingMethods.map(({ country }) => country)).map(
			(country) =>
				`Shipping Methods: country ${shown(country)} stands in more than one row. Keep one of them.`,
		),
		...shippingMethods
			.filter(({ method }) => method.trim() === '')
			.map(
				({ country }) =>
					`Shipping Methods: the row of ${shown(country)} names no method. Fill it in, or take the row out.`,
			),
	];
}

/** A bill goes to a whole address, or to the name alone. */
function billFaults(billTo: Address | null): readonly string[] {
	if (billTo === null) return [];
	const missing = [
		...(billTo.name.trim() === '' ? ['a name'] : []),
		...(billTo.lines.some((line) => line.trim() !== '') ? [] : ['a street']),
		...(billTo.city.trim() === '' ? ['a city'] : []),
	];
	return [
		...(missing.length === 0
			? []
			: [`The billing address lacks ${missing.join(', ')}. Fill it in, or leave all of it out.`]),
		...(isCountry(billTo.country)
			? []
			: [
					`The country of the billing address is ${shown(billTo.country)}. Use its two capital letters, such as AU.`,
				]),
	];
}

const isCountry = (country: string) => /^[A-Z]{2}$/.test(country);

const repeated = <T extends string>(values: readonly T[]): readonly T[] => [
	...new Set(values.filter((value, at) => values.indexOf(value) !== at)),
];

/** What of an OMS will not work as a person may expect, in words. */
export const omsWarnings = ({
	hubMap,
	orderSync,
	catalogSync,
	inventorySync,
}: StoreSettings): readonly string[] => [
	...(hubMap.length === 0 ? ['No hub is mapped: the OMS is the stock master of none.'] : []),
	...(catalogSync
		? []
		: ['Catalog Sync is off: the hub learns by hand only which SKUs the OMS has.']),
	...(inventorySync ? [] : ['Inventory Sync is off: the stock of the OMS does not come in.']),
	...(orderSync ? [] : ['Order Sync is off: what the OMS ships does not come in.']),
];
