import { Failure, refused } from '../../domain/failure';
import { clockOf } from '../clockOf';
import type { HttpResponse } from '../connector';
import { isFields } from '../fields';
import type { Fields } from '../fields';
import { quoted } from '../quoted';

/** Why something was refused. There are hardly any codes, so the words decide (reference/omniful.md 1.3). */
export interface Refusal {
	readonly words: string;
	readonly status: number;
	/** Omniful's clock in epoch ms, or null where it did not say. */
	readonly clock: number | null;
}

export function refusalIn(response: HttpResponse, { error }: Fields): Refusal {
	const message = isFields(error) ? error.message : undefined;
	const words = typeof message === 'string' && message !== '' ? message : 'no reason given';
	return { words: quoted(words), status: response.status, clock: clockOf(response) };
}

const cures: readonly (readonly [RegExp, string])[] = [
	[
		/please enable/i,
		'Switch it on for the custom integration in Omniful: Settings > Apps & Integrations.',
	],
	[
		/invalid hub code|invalid seller hub/i,
		'Correct the hub, or switch it on under Hub Mappings of the custom integration in Omniful.',
	],
	[
		/not authori[sz]ed/i,
		'Omniful says so of a hub or a seller that it does not know, too: correct the hub, or the credential.',
	],
	[/location inventory/i, 'Omniful counts the stock of this hub itself, so no API sets it.'],
];

/** `what` names what was refused. */
export function refusalOf({ words, status }: Refusal, what: string): Failure {
	const cure = cures.find(([said]) => said.test(words))?.[1];
	const advice = cure ?? 'Correct what it says, then try again.';
	if (status === 403) {
		return new Failure('unauthorised', `omniful: may not have ${what}: ${words}. ${advice}`);
	}
	return refused(`omniful: refused ${what}: ${words}. ${advice}`);
}

/** The order is there from before: the id is taken for ever (reference/omniful.md 1.3). */
export const isTaken = ({ words }: Refusal): boolean => /order already exist/i.test(words);

/** What is asked for does not exist; the words for an order that does not are not published. */
export const isMissing = ({ words, status }: Refusal): boolean =>
	status === 404 || /not found|invalid object id|does not exist/i.test(words);
