import type { IExecuteFunctions } from 'n8n-workflow';
import type { OmsOrderSettings } from '../../domain/oms';
import { namedReasons } from '../../domain/omsSettings';
import type { StoreSettings } from '../../domain/store';
import { flag, groupOf, oneOf, rowsOf } from '../shared/parameters';
import { billAddress, billParts, type BillParts } from './billAddress';
import { countryCodes } from './countries';

export type OmsSettings = Pick<
	StoreSettings,
	'addReservations' | 'carrierMap' | 'cancelReasonMap' | 'omsOrder'
>;

/** How far the page asks for what only some channels have. */
export interface OmsPage {
	readonly label: string;
	readonly hasCarriers: boolean;
	readonly hasCancelReasons: boolean;
}

/** How orders look in an OMS, and what the channel calls what an OMS says; as it was filled in on the node. */
export const typedOms = (
	{ context, item }: { readonly context: IExecuteFunctions; readonly item: number },
	{ label, hasCarriers, hasCancelReasons }: OmsPage,
	initial: OmsSettings,
): OmsSettings => ({
	addReservations: hasCarriers ? flag(context, 'addReservations', item) : initial.addReservations,
	carrierMap: hasCarriers ? carriersOf(context, item) : initial.carrierMap,
	cancelReasonMap: hasCancelReasons ? reasonsOf(context, item) : initial.cancelReasonMap,
	omsOrder: hasCarriers ? omsOrderOf(context, item, label) : initial.omsOrder,
});

const carriersOf = (context: IExecuteFunctions, item: number): StoreSettings['carrierMap'] =>
	rowsOf(context, 'carrierMapping', item, ['carrier', 'channelCarrier']);

const reasonsOf = (context: IExecuteFunctions, item: number): StoreSettings['cancelReasonMap'] =>
	rowsOf(context, 'cancelReasonMapping', item, ['reason', 'channelReason']).map(
		({ reason, channelReason }) => ({
			reason: oneOf(namedReasons, reason, 'cancelReasonMapping'),
			channelReason,
		}),
	);

function omsOrderOf(context: IExecuteFunctions, item: number, label: string): OmsOrderSettings {
	const { customer, extraLine, taxesIncluded } = groupOf(context, 'omsOrder', item) ?? {};
	const name = String(customer ?? '').trim();
	return {
		customer: name,
		billTo: billAddress(name || label, billPartsIn(context, item)),
		extraLine: extraLine === true,
		shippingMethods: rowsOf(context, 'omsOrder.shippingMethods', item, ['country', 'method']).map(
			({ country, method }) => ({
				country: oneOf(countryCodes, country, 'shippingMethods'),
				method,
			}),
		),
		taxesIncluded: taxesIncluded !== false,
	};
}

/** Of an address that nobody added, nothing is there: not even the country that the field begins with. */
function billPartsIn(context: IExecuteFunctions, item: number): BillParts {
	const typed = groupOf(context, 'omsOrder.billTo.address', item) ?? {};
	const part = (name: (typeof billParts)[number]) => String(typed[name] ?? '').trim();
	return {
		...{ company: part('company'), street: part('street'), street2: part('street2') },
		...{ city: part('city'), region: part('region'), postcode: part('postcode') },
		...{ country: part('country'), phone: part('phone') },
	};
}
