import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { typedIn } from '../typedIn';

const written =
	/^(?:https?:\/\/)?(?:admin\.shopify\.com\/store\/)?([a-z0-9][a-z0-9-]*)(?:\.myshopify\.com)?(?:\/.*)?$/;

/**
 * `my-shop.myshopify.com` from the name, from that address, or from one of the admin; '' from anything else, such as the domain
 * that buyers see. So nothing that is typed leads to another host than Shopify's.
 */
export function shopDomainOf(typed: string): string {
	const name = written.exec(typed.trim().toLowerCase())?.[1];
	return name === undefined ? '' : `${name}.myshopify.com`;
}

export const shopOf = (credentials: ICredentialDataDecryptedObject): string =>
	shopDomainOf(typedIn(credentials, 'shopDomain'));
