import type { UpdateParcel } from '../../domain/channelUpdate';
import { refused } from '../../domain/failure';
import type { Http } from '../connector';
import { reading, rows, sound } from '../fields';
import { ask, listOf } from './answer';
import type { Item } from './orderState';
import * as requests from './requests';
import type { IconicProvider } from './types';
import { word } from './values';

/** A carrier as the channel has it. */
export interface Provider {
	readonly name: string;
	readonly isDefault: boolean;
	/** It makes tracking numbers itself: the seller need not say one. */
	readonly isIntegrated: boolean;
}

/** The carriers that the seller may name. */
export async function providers(http: Http): Promise<readonly Provider[]> {
	const raws = listOf(await ask(http, requests.providers(), 'the list of carriers'));
	const from = reading<{ readonly list: readonly IconicProvider[] }>({ list: raws });
	const found = rows(from, 'list')
		.filter(({ fields }) => fields.status !== false)
		.map((row) => ({
			name: word(row, 'name'),
			isDefault: row.fields.default === true,
			isIntegrated: row.fields.apiIntegrationAvailable === true,
		}));
	sound('theIconic', from);
	return found;
}

/** The same, asked for once. */
export function providersOf(http: Http): () => Promise<readonly Provider[]> {
	let asked: Promise<readonly Provider[]> | null = null;
	return async () => await (asked ??= providers(http));
}

const folded = (name: string): string => name.toLowerCase().replace(/\s+/g, ' ').trim();

export const isSameName = (one: string | null, other: string | null): boolean =>
	one !== null && other !== null && folded(one) === folded(other);

export const providerNamed = (
	list: readonly Provider[],
	name: string | null,
): Provider | undefined => list.find((one) => isSameName(one.name, name));

/**
 * Who carries the parcel, in the channel's word: whom the marketplace has fixed, else whom the hub names, else the usual one. A
 * carrier that the channel does not know is not replaced by another: the customer would look for the parcel at the wrong one.
 * Null where nobody knows it yet.
 */
export function providerFor(
	list: readonly Provider[],
	{ isPreselected, provider }: Item,
	{ tracking }: UpdateParcel,
	number: string,
): Provider | null {
	const wanted = isPreselected && provider !== null ? provider : tracking?.carrier?.trim() || null;
	const named = providerNamed(list, wanted);
	if (named !== undefined) return named;
	if (isPreselected && provider !== null) {
		return { name: provider, isDefault: false, isIntegrated: false };
	}
	if (wanted !== null) throw unknown(list, wanted, number);
	const usual =
		list.find(({ isDefault }) => isDefault) ?? (list.length === 1 ? list[0] : undefined);
	if (usual !== undefined) return usual;
	if (tracking === null) return null;
	throw refused(
		`theIconic: a parcel of order ${number} names no carrier, and The Iconic has no usual one. It has ${namesOf(list)}. Complete Carrier Mapping.`,
	);
}

const unknown = (list: readonly Provider[], wanted: string, number: string) =>
	refused(
		`theIconic: The Iconic has no carrier "${wanted}" for order ${number}. It has ${namesOf(list)}. Complete Carrier Mapping.`,
	);

const namesOf = (list: readonly Provider[]): string =>
	list.length === 0 ? 'none' : list.map(({ name }) => `"${name}"`).join(', ');
