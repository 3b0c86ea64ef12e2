import type { ICredentialDataDecryptedObject, IDataObject } from 'n8n-workflow';
import { Failure, refused } from '../../domain/failure';
import { askedAs } from './asking';
import { originOf, sellerFamily, signedInAs, tenantFamily } from './families';
import type { Family } from './families';
import { asStored, keptOf } from './kept';
import type { Kept } from './kept';
import type { Send } from './login';
import { isLive, renewedOnce } from './renewedOnce';
import type { Renewed } from './renewedOnce';
import type { Tokens } from './said';

/** Why the tenant could not sign in, for the test that comes right after it with the same credential. */
const tenantFaults = new WeakMap<ICredentialDataDecryptedObject, Failure>();

export const tenantFaultOf = (credentials: ICredentialDataDecryptedObject): Failure | null =>
	tenantFaults.get(credentials) ?? null;

/**
 * Access tokens, and with them the refresh tokens that took the place of those that were used. Nothing to keep while Omniful takes the
 * tokens: n8n signs in for every test, and a test that wrote back what it read before could undo a renewal.
 */
export async function signIn(
	send: Send,
	credentials: ICredentialDataDecryptedObject,
): Promise<IDataObject> {
	const [seller, tenant] = [sellerFamily(credentials), tenantFamily(credentials)];
	tenantFaults.delete(credentials);
	if (areLive(credentials, seller, tenant) && (await areTaken(send, credentials))) return {};
	const ofSeller = await renewed(send, seller, credentials);
	// The seller's new refresh token has to be kept whatever becomes of the tenant.
	const ofTenant = tenant && (await ofTenantOrFault(send, tenant, credentials));
	const kept = {
		seller: keptWith(seller, ofSeller),
		...(tenant && ofTenant && { tenant: keptWith(tenant, ofTenant) }),
		...(tenant && !ofTenant && { tenant: keptOf(tenant, credentials) ?? undefined }),
	};
	return {
		accessToken: ofSeller.accessToken,
		tenantAccessToken: ofTenant?.accessToken ?? '',
		signInSecret: signedInAs(credentials),
		// A form that knows of no sign-in must not write over what has been renewed since.
		...((ofSeller.isNew || ofTenant?.isNew || keptOf(seller, credentials) !== null) &&
			asStored(kept)),
	};
}

async function ofTenantOrFault(
	send: Send,
	tenant: Family,
	credentials: ICredentialDataDecryptedObject,
): Promise<Renewed | null> {
	const [outcome] = await Promise.allSettled([renewed(send, tenant, credentials)]);
	if (outcome.status === 'fulfilled') return outcome.value;
	if (!(outcome.reason instanceof Failure)) throw outcome.reason;
	tenantFaults.set(credentials, outcome.reason);
	return null;
}

function areLive(
	credentials: ICredentialDataDecryptedObject,
	seller: Family,
	tenant: Family | null,
): boolean {
	if (credentials.signInSecret !== signedInAs(credentials)) return false;
	const isGood = (family: Family, field: string) => {
		const endsAt = keptOf(family, credentials)?.endsAt ?? null;
		return isLive({ accessToken: String(credentials[field] ?? ''), endsAt }, Date.now());
	};
	return isGood(seller, 'accessToken') && (tenant === null || isGood(tenant, 'tenantAccessToken'));
}

/** Omniful may end a token before its time. */
async function areTaken(send: Send, credentials: ICredentialDataDecryptedObject): Promise<boolean> {
	const { statusCode } = await askedAs('seller', send, credentials);
	if (statusCode === 401) return false;
	if (credentials.useTenant !== true) return true;
	return (await askedAs('tenant', send, credentials)).statusCode !== 401;
}

async function renewed(
	send: Send,
	family: Family,
	credentials: ICredentialDataDecryptedObject,
): Promise<Renewed> {
	const { name, clientId, clientSecret, refreshToken } = family;
	if (clientId === '' || clientSecret === '' || refreshToken === '') {
		throw refused(
			`omniful: the credential lacks the client ID, the client secret or the refresh token of the ${name}. Fill in all three.`,
		);
	}
	return await renewedOnce(send, family, keptOf(family, credentials)?.refreshToken ?? refreshToken);
}

const keptWith = (family: Family, { refreshToken, endsAt }: Tokens): Kept => ({
	origin: originOf(family),
	refreshToken,
	endsAt,
});
