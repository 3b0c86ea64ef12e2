import type { ICredentialDataDecryptedObject, IHttpRequestOptions } from 'n8n-workflow';
import { marketplaceOf } from '../../channels/amazonSellerFlex/marketplaces';
import type { Marketplace } from '../../channels/amazonSellerFlex/marketplaces';
import { bodyOf } from '../../channels/bodyOf';
import { part, reading, rows, sound, text } from '../../channels/fields';
import { quoted } from '../../channels/quoted';
import { Failure } from '../../domain/failure';
import { calling } from '../calling';
import { originOf } from './hosts';
import type { Answer, Send } from './login';
import { signed } from './signed';
import { typedIn } from '../typedIn';

/** What n8n is told to ask in a test. Nobody answers there: `nextInTest` puts the real question in its place. */
export const testPath = '/order-hub/credential-test';

interface Participations {
	readonly payload: readonly {
		readonly marketplace: { readonly id: string; readonly name: string };
		readonly participation: object;
	}[];
}

/**
 * n8n's rules for the answer to a test cannot look for a marketplace in a list. So that is asked here, and what is left for n8n
 * to ask is whether shipments can be read: it needs the role, and a seller whom Amazon has let in (reference/amazon-seller-flex.md 3.5).
 */
export async function nextInTest(
	send: Send,
	credentials: ICredentialDataDecryptedObject,
): Promise<IHttpRequestOptions> {
	const baseURL = originOf(credentials);
	const participations: IHttpRequestOptions = {
		method: 'GET',
		baseURL,
		url: '/sellers/v1/marketplaceParticipations',
	};
	// Amazon's own sandbox answers the same to everybody: all it can say is that the token is good.
	if (credentials.environment === 'sandbox') return participations;
	const marketplace = marketplaceOf(typedIn(credentials, 'marketplace'));
	judge(await send(asked(participations, credentials)), marketplace);
	return {
		method: 'GET',
		baseURL,
		url: '/externalFulfillment/2024-09-11/shipments',
		qs: { status: 'ACCEPTED', marketplaceId: marketplace.id, maxResults: 1 },
	};
}

const asked = (options: IHttpRequestOptions, credentials: ICredentialDataDecryptedObject) => ({
	...signed(options, credentials),
	...calling,
});

/** Throws unless the seller sells in the country. */
function judge({ statusCode, body }: Answer, { id, country, region }: Marketplace): void {
	if (statusCode === 401 || statusCode === 403) {
		throw unauthorised(
			`Amazon refused the token (status ${statusCode}). ${country} is in the region ${region}: the app has to be authorised in a marketplace of it.`,
		);
	}
	const listed = participationsIn(body, statusCode);
	const here = listed.find((one) => one.id === id);
	if (here === undefined) {
		const names = listed.map(({ name }) => name).join(', ') || 'no marketplace';
		throw unauthorised(
			`the seller does not sell in ${country}. The authorisation is for ${quoted(names)}. Choose the country in the credential, or authorise for ${country}.`,
		);
	}
	if (here.isParticipating) return;
	const suspended = here.hasSuspendedListings ? ', the listings there are suspended' : '';
	throw unauthorised(
		`the seller does not take part in ${country}${suspended}. See Account Health in Seller Central.`,
	);
}

function participationsIn(body: unknown, status: number) {
	const answer = bodyOf('amazonSellerFlex', { status, headers: {}, body });
	const from = reading<Participations>(answer);
	const listed = rows(from, 'payload').map((row) => {
		const marketplace = part(row, 'marketplace');
		const { isParticipating, hasSuspendedListings } = part(row, 'participation').fields;
		return {
			id: text(marketplace, 'id'),
			name: text(marketplace, 'name'),
			isParticipating: isParticipating === true,
			hasSuspendedListings: hasSuspendedListings === true,
		};
	});
	sound('amazonSellerFlex', from);
	return listed;
}

const unauthorised = (words: string) => new Failure('unauthorised', `amazonSellerFlex: ${words}`);
