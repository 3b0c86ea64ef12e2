import { isFields } from '../../channels/fields';
import { Failure } from '../../domain/failure';
import type { FailureKind } from '../../domain/failure';
import type { Answer } from './login';

/** Nothing that was answered stands in a message: it may repeat what was sent. */
export const said = (kind: FailureKind, words: string, waitMs?: number) =>
	new Failure(kind, `shopify: ${words}`, waitMs);

/** The token in the answer to a sign-in. Shopify documents only the good answer (reference/shopify.md 2): what else it says is judged by its status. */
export function tokenIn({ statusCode, body }: Answer, shop: string): string {
	if (statusCode === 429) throw said('rateLimited', `too many sign-ins for ${shop}.`, 10_000);
	if (statusCode >= 500) {
		throw said('unavailable', `the sign-in for ${shop} got status ${statusCode}.`);
	}
	if (statusCode >= 400) throw refusals[statusCode]?.(shop) ?? refusedApp(shop);
	const token = statusCode < 300 && isFields(body) ? body.access_token : undefined;
	if (typeof token === 'string' && token !== '') return token;
	throw said(
		'malformed',
		`the sign-in for ${shop} gave no access_token. Check Shop Domain and API URL in the credential.`,
	);
}

const refusedApp = (shop: string) =>
	said(
		'unauthorised',
		`refused the client ID or secret for ${shop}. Copy both again from the app in the Dev Dashboard, and install it on this store: app and store have to belong to one organisation.`,
	);

const closed = (shop: string) =>
	said('rejected', `the store ${shop} is frozen or locked. Open its admin and see to that first.`);

const refusals: Readonly<Record<number, (shop: string) => Failure>> = {
	402: closed,
	404: (shop) =>
		said('rejected', `there is no store ${shop}. Correct the Shop Domain in the credential.`),
	423: closed,
};
