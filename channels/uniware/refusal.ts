import { Failure, refused } from '../../domain/failure';
import type { FailureKind } from '../../domain/failure';
import { rowsOrNone, textOrNull } from '../fields';
import type { Reading } from '../fields';
import { quoted } from '../quoted';

/** Why something was refused: the name decides, the words are for people (reference/uniware-oker.md 1.3). */
export interface Refusal {
	readonly name: string;
	readonly words: string;
}

interface Failed {
	readonly errors: readonly Told[] | null;
}

interface Told {
	readonly message: string | null;
	readonly description: string | null;
}

/** The first of the errors: the others follow from it. */
export function refusalIn(from: Reading<Failed>): Refusal {
	const [error] = rowsOrNone(from, 'errors');
	const name = error && textOrNull(error, 'message');
	const words = error && textOrNull(error, 'description');
	return {
		name: quoted(name || 'no reason given'),
		words: quoted(words || name || 'no reason given'),
	};
}

const kinds: Readonly<Record<string, FailureKind>> = {
	THIRD_PARTY_API_RETURNED_ERROR: 'unavailable',
	ALREADY_RUNNING: 'unavailable',
	USER_NOT_LOGGED_IN: 'unauthorised',
	AUTHENTICATION_FAILURE: 'unauthorised',
	ACCESS_DENIED: 'unauthorised',
	INVALID_TOKEN: 'unauthorised',
	INVALID_TENANT: 'unauthorised',
	INVALID_PASSWORD: 'unauthorised',
};

const unmapped = 'Create or map the SKU in Uniware, then try again.';
const channel = 'Correct the Channel Code in the credential, or look at the channel in Uniware.';
const facility = 'Correct the facility, or the Default Facility in the credential.';

const cures: Readonly<Record<string, string>> = {
	SKU_NOT_MAPPED: unmapped,
	INVALID_ITEM_TYPE: unmapped,
	INVALID_CHANNEL_ITEM_TYPE: unmapped,
	INVALID_CHANNEL_CODE: channel,
	CHANNEL_NOT_CONFIGURED: channel,
	BAD_CHANNEL_STATE: channel,
	INVALID_FACILITY_CODE: facility,
	INVALID_FACILITY_CONFIGURATION: facility,
	THIRD_PARTY_API_RETURNED_ERROR: 'What stands behind Uniware failed. Try again later.',
};

/** `what` names what was refused. */
export function refusalOf({ name, words }: Refusal, what: string): Failure {
	const kind = kinds[name] ?? 'rejected';
	const cure = cures[name] ?? 'Correct what it says, then try again.';
	if (kind === 'rejected') return refused(`uniware: refused ${what}: ${words} (${name}). ${cure}`);
	return new Failure(kind, `uniware: ${what}: ${words} (${name}). ${cureOf(kind, cure)}`);
}

const cureOf = (kind: FailureKind, cure: string) =>
	kind === 'unauthorised' ? 'Check the rights of the user in Uniware.' : cure;
