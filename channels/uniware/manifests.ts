import type { Http } from '../connector';
import { isFields, rowsOrNone, sound, text, textOrNull } from '../fields';
import { ask, attempt } from './answer';
import type { Answer } from './answer';
import { hasGone } from './packages';
import { refusalIn, refusalOf } from './refusal';
import {
	addToManifest,
	closeManifest,
	createAndClose,
	createManifest,
	manifest,
} from './shippingRequests';
import { sellerOf } from './seller';

/** A manifest of the hub's channel; '' for whichever courier the first package has. */
export async function newManifest(
	http: Http,
	{ facility, provider }: { readonly facility: string; readonly provider: string },
): Promise<string> {
	const { channel, isShippedByMarketplace } = sellerOf(http);
	const request = createManifest({ channel, provider, isShippedByMarketplace }, facility);
	const { from } = await ask(http, request, 'a manifest');
	const code = text(from, 'shippingManifestCode');
	sound('uniware', from);
	return code;
}

export interface Added {
	readonly package: string;
	readonly outcome: 'added' | 'refused';
	readonly reason: string | null;
}

/** One by one: a package that does not fit costs no other. */
export async function addPackages(
	http: Http,
	code: string,
	{ packages, facility }: { readonly packages: readonly string[]; readonly facility: string },
): Promise<readonly Added[]> {
	const before = await contentsOf(http, code, facility);
	const added: Added[] = [];
	for (const one of packages) {
		if (before.packages.includes(one)) {
			added.push({ package: one, outcome: 'added', reason: null });
			continue;
		}
		const answer = await attempt(http, addToManifest(code, one, facility), `package ${one}`);
		const isRefused = 'name' in answer;
		const reason = isRefused ? `${answer.words} (${answer.name})` : null;
		added.push({ package: one, outcome: isRefused ? 'refused' : 'added', reason });
	}
	return added;
}

export interface Contents {
	readonly isClosed: boolean;
	readonly packages: readonly string[];
}

async function contentsOf(http: Http, code: string, facility: string): Promise<Contents> {
	const { from } = await ask(http, manifest(code, facility), `manifest ${code}`);
	const { shippingManifest } = from.fields;
	const read = { ...from, fields: isFields(shippingManifest) ? shippingManifest : {} };
	const contents = {
		isClosed: textOrNull(read, 'statusCode') === 'CLOSED',
		packages: rowsOrNone(read, 'manifestItems').map((row) => text(row, 'shippingPackageCode')),
	};
	sound('uniware', from);
	return contents;
}

export interface Dispatched {
	readonly package: string;
	readonly outcome: 'dispatched' | 'refused';
	readonly reason: string | null;
}

/**
 * A manifest of one courier that is filled and closed at once. How the answer says which packages fitted is not known, so each is
 * looked at: repeated, it finds those dispatched that were.
 */
export async function dispatchTogether(
	http: Http,
	{ packages, facility, provider }: Parcels,
): Promise<readonly Dispatched[]> {
	const { channel, isShippedByMarketplace } = sellerOf(http);
	const wanted = { channel, provider, isShippedByMarketplace };
	const request = createAndClose(wanted, packages, facility);
	const answer = await attempt(http, request, 'a manifest');
	if ('name' in answer) throw refusalOf(answer, 'a manifest');
	const reasons = reasonsIn(answer.from);
	const ends: Dispatched[] = [];
	for (const one of packages) {
		const isGone = await hasGone(http, one, facility);
		const reason = isGone ? null : (reasons.get(one) ?? 'it was not dispatched');
		ends.push({ package: one, outcome: isGone ? 'dispatched' : 'refused', reason });
	}
	return ends;
}

interface Parcels {
	readonly packages: readonly string[];
	readonly facility: string;
	readonly provider: string;
}

/** Why packages did not fit, as far as Uniware says it. */
function reasonsIn(from: Answer['from']): ReadonlyMap<string, string> {
	return new Map(
		rowsOrNone(from, 'shippingPackages').flatMap((row) => {
			const { words, name } = refusalIn(row);
			return row.fields.successful === false
				? [[text(row, 'shippingPackageCode'), `${words} (${name})`] as const]
				: [];
		}),
	);
}

/** Everything in it is dispatched, once. */
export async function close(
	http: Http,
	code: string,
	facility: string,
): Promise<{ readonly outcome: 'sent' | 'already'; readonly packages: readonly string[] }> {
	const { isClosed, packages } = await contentsOf(http, code, facility);
	if (isClosed) return { outcome: 'already', packages };
	const answer = await attempt(http, closeManifest(code, facility), `manifest ${code}`);
	if (!('name' in answer)) return { outcome: 'sent', packages };
	if ((await contentsOf(http, code, facility)).isClosed) return { outcome: 'already', packages };
	throw refusalOf(answer, `to close manifest ${code}`);
}
