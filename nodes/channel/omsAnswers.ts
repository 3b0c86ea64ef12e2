import { refused } from '../../domain/failure';
import type { OmsOrderSettings } from '../../domain/oms';
import { namedReasons } from '../../domain/omsSettings';
import type { CancelReasonRow, CarrierRow } from '../../domain/store';
import { billAddress, type BillParts } from './billAddress';
import { omsName } from './omsNames';
import type { SettingsForm } from './settingsForm';
import type { OmsSettings } from './typedOms';

/** What was picked or typed in the field of a name. */
type Picked = (name: string) => string;

/** What the pages of carriers, reasons and the OMS hold; what has no field there stays as it was. */
export function omsAnswers({ kept, label, choices }: SettingsForm, picked: Picked): OmsSettings {
	const rows = (name: (at: number) => string) =>
		Array.from({ length: Object.keys(choices).length }, (_, at) => at).filter(
			(at) => choices[name(at)] !== undefined,
		);
	return {
		addReservations: kept.addReservations ?? picked('addReservations') === 'on',
		carrierMap: kept.carrierMap ?? carriersIn(rows(omsName.carrier), picked),
		cancelReasonMap: kept.cancelReasonMap ?? reasonsIn(picked),
		omsOrder: kept.omsOrder ?? omsOrderIn(rows(omsName.country), picked, label),
	};
}

function carriersIn(rows: readonly number[], picked: Picked): readonly CarrierRow[] {
	const others = picked(omsName.otherCarriers);
	const named = rows.flatMap((at) => {
		const carrier = picked(omsName.carrier(at)).trim();
		const channelCarrier = picked(omsName.channelCarrier(at));
		if (carrier === '' && channelCarrier === '') return [];
		if (carrier !== '' && channelCarrier !== '') return { carrier, channelCarrier };
		throw refused(
			`Carrier Mapping: row ${at + 1} is filled in by half. Fill in both fields or neither.`,
		);
	});
	return others === '' ? named : [...named, { carrier: '', channelCarrier: others }];
}

const reasonsIn = (picked: Picked): readonly CancelReasonRow[] =>
	namedReasons
		.map((reason) => ({ reason, channelReason: picked(omsName.reason(reason)) }))
		.filter(({ channelReason }) => channelReason !== '');

function omsOrderIn(rows: readonly number[], picked: Picked, label: string): OmsOrderSettings {
	const customer = picked(omsName.customer).trim();
	const part = (name: keyof BillParts) => picked(omsName.bill(name)).trim();
	const bill: BillParts = {
		...{ company: part('company'), street: part('street'), street2: part('street2') },
		...{ city: part('city'), region: part('region'), postcode: part('postcode') },
		...{ country: part('country'), phone: part('phone') },
	};
	return {
		customer,
		billTo: billAddress(customer || label, bill),
		extraLine: picked(omsName.extraLine) === 'on',
		shippingMethods: rows.flatMap((at) => {
			const [country, method] = [picked(omsName.country(at)), picked(omsName.method(at)).trim()];
			if (country === '' && method === '') return [];
			if (country !== '' && method !== '') return { country, method };
			throw refused(
				`Shipping Methods: row ${at + 1} is filled in by half. Fill in both fields or neither.`,
			);
		}),
		taxesIncluded: picked(omsName.taxesIncluded) === 'on',
	};
}
