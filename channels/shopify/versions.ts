import type { HttpResponse } from '../connector';
import { apiVersion } from './graphql';

const isVersion = (text: string) => /^[a-z0-9-]{1,20}$/.test(text);

/** Nothing that another server may have put there is shown. */
const isShopifys = (text: string) => /^https:\/\/shopify\.dev\/[\w/.#-]{1,200}$/.test(text);

/**
 * A version that is no longer supported is served by the oldest that is, and what it lacks is no error at once; nor is a field that is
 * going away (reference/shopify.md 1 and its addendum).
 */
export function warningOf({ headers }: HttpResponse): string | null {
	const served = headers['x-shopify-api-version'];
	if (served !== undefined && served !== apiVersion) {
		const other = isVersion(served) ? `version ${served}` : 'another version';
		return `Shopify has answered with ${other} of its API, not with ${apiVersion}: that one is no longer supported. Update the package n8n-nodes-order-hub.`;
	}
	const reason = headers['x-shopify-api-deprecated-reason'];
	if (reason === undefined) return null;
	const more = isShopifys(reason) ? ` (${reason})` : '';
	return `Shopify says that something the package uses is going away${more}. Update the package n8n-nodes-order-hub.`;
}
