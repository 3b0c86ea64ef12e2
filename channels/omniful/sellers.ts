import { refused } from '../../domain/failure';
import type { Http } from '../connector';
import { rows, text, textOrNull } from '../fields';
import { everyPage } from './paged';
import { sellers } from './requests';
import { sellerOf } from './seller';
import type { OmnifulSeller } from './types';

export interface TenantSeller {
	readonly seller: string;
	readonly name: string;
	readonly email: string | null;
	readonly isActive: boolean;
}

/** All sellers of the tenant. */
export async function sellersOf(http: Http): Promise<readonly TenantSeller[]> {
	if (!sellerOf(http).hasTenant) {
		throw refused(
			'omniful: sellers are for the tenant to list. Turn on Tenant Credentials in the credential.',
		);
	}
	return await everyPage<OmnifulSeller, TenantSeller>(
		http,
		{ request: sellers, what: 'the sellers' },
		(from) =>
			rows(from, 'data').map((row) => {
				const seller = text(row, 'code');
				return {
					seller,
					name: textOrNull(row, 'name') || seller,
					email: textOrNull(row, 'email') || null,
					isActive: row.fields.is_active !== false,
				};
			}),
	);
}
