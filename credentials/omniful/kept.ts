import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { isFields } from '../../channels/fields';
import { originOf } from './families';
import type { Family, FamilyName } from './families';

/** What is kept of a family between sign-ins: the refresh token that is good now, and when its access token ends. */
export interface Kept {
	/** Which pasted refresh token it came from. */
	readonly origin: string;
	readonly refreshToken: string;
	readonly endsAt: number | null;
}

export type KeptOf = Readonly<Partial<Record<FamilyName, Kept>>>;

/**
 * Two places of the credential hold it. A save in the editor never touches `oauthTokenData`, but the editor has nothing of it when it
 * tests; it does have the hidden field `keptTokens`, which a form opened before the first sign-in saves away.
 */
export const asStored = (kept: KeptOf) => {
	const keptTokens = JSON.stringify(kept);
	return { keptTokens, oauthTokenData: { keptTokens } };
};

/** Of the refresh token that is pasted in the credential now, or null. */
export function keptOf(family: Family, credentials: ICredentialDataDecryptedObject): Kept | null {
	const { oauthTokenData, keptTokens } = credentials;
	const places = [isFields(oauthTokenData) ? oauthTokenData.keptTokens : undefined, keptTokens];
	const origin = originOf(family);
	for (const place of places) {
		const kept = keptIn(place, family.name);
		if (kept?.origin === origin) return kept;
	}
	return null;
}

function keptIn(place: unknown, name: FamilyName): Kept | null {
	if (typeof place !== 'string' || !place.startsWith('{')) return null;
	const all: unknown = JSON.parse(place);
	const one = isFields(all) ? all[name] : undefined;
	if (!isFields(one)) return null;
	const { origin, refreshToken, endsAt } = one;
	if (typeof origin !== 'string' || typeof refreshToken !== 'string') return null;
	return { origin, refreshToken, endsAt: typeof endsAt === 'number' ? endsAt : null };
}
