import { createHash } from 'node:crypto';
import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { typedIn } from '../typedIn';
import { baseUrlOf } from './hosts';

export type FamilyName = 'seller' | 'tenant';

/** One of the two kinds of custom integration, as the dashboard shows it (reference/omniful.md 1.1). */
export interface Family {
	readonly name: FamilyName;
	readonly tokenUrl: string;
	readonly clientId: string;
	readonly clientSecret: string;
	/** As it was pasted: good until it is used. */
	readonly refreshToken: string;
}

const prefix = '/sales-channel/public';

export const sellerFamily = (credentials: ICredentialDataDecryptedObject): Family => ({
	name: 'seller',
	tokenUrl: `${baseUrlOf(credentials)}${prefix}/v1/token`,
	clientId: typedIn(credentials, 'clientId'),
	clientSecret: typedIn(credentials, 'clientSecret'),
	refreshToken: typedIn(credentials, 'refreshToken'),
});

/** Null where the credential has none. */
export const tenantFamily = (credentials: ICredentialDataDecryptedObject): Family | null =>
	credentials.useTenant === true
		? {
				name: 'tenant',
				tokenUrl: `${baseUrlOf(credentials)}${prefix}/v1/tenants/token`,
				clientId: typedIn(credentials, 'tenantClientId'),
				clientSecret: typedIn(credentials, 'tenantClientSecret'),
				refreshToken: typedIn(credentials, 'tenantRefreshToken'),
			}
		: null;

const hashed = (...entries: readonly string[]) =>
	createHash('sha256').update(JSON.stringify(entries)).digest('base64url');

/** Which refresh token everything that came after it began with: another one that is pasted begins anew. */
export const originOf = ({ tokenUrl, clientId, refreshToken }: Family): string =>
	hashed(tokenUrl, clientId, refreshToken);

/** Which entries of the credential its tokens were got with. n8n keeps the tokens when a person changes them. */
export const signedInAs = (credentials: ICredentialDataDecryptedObject): string => {
	const families = [sellerFamily(credentials), tenantFamily(credentials)];
	return hashed(
		...families.flatMap((family) =>
			family === null ? [] : [originOf(family), family.clientSecret],
		),
	);
};
