import type { Tracking } from '../../domain/channelUpdate';
import type { Http } from '../connector';
import { reading, rows, sound, text } from '../fields';
import { askIfAllowed } from './answer';
import type { TrackingInput } from './mutations';
import { readOrders } from './permissions';
import * as requests from './requests';
import type { IkasCargoCompany, IkasData } from './types';

/** Spelt alike whatever the case: Turkish has i with and without a dot, in both cases. */
const folded = (name: string): string =>
	name.replace(/[İIı]/g, 'i').toLowerCase().replace(/\s+/g, ' ').trim();

/**
 * Says where a parcel is as ikas takes it: the carrier by name always, by id where ikas has one of that name. The list of
 * carriers is asked for once.
 */
export function trackingInputs(http: Http): (tracking: Tracking) => Promise<TrackingInput> {
	let asked: Promise<readonly IkasCargoCompany[]> | null = null;
	return async ({ number, carrier, url }) => {
		const companies = carrier ? await (asked ??= cargoCompanies(http)) : [];
		const company = companies.find(({ name }) => folded(name) === folded(carrier ?? ''));
		return {
			trackingNumber: number,
			...(url && { trackingLink: url }),
			...(carrier && { cargoCompany: carrier }),
			...(company && { cargoCompanyId: company.id }),
		};
	};
}

async function cargoCompanies(http: Http): Promise<readonly IkasCargoCompany[]> {
	const answer = await askIfAllowed(http, requests.cargoCompanies(), readOrders);
	if (answer === null) return [];
	const from = reading<IkasData>(answer.data);
	const companies = rows(from, 'listCargoCompany').map((company) => ({
		id: text(company, 'id'),
		name: text(company, 'name'),
	}));
	sound('ikas', from);
	return companies;
}
