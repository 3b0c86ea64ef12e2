import { refused } from '../../domain/failure';
import type { Http } from '../connector';

/** What the credential says beside its secrets. */
export interface Seller {
	/** The client id: each custom integration has its own. */
	readonly account: string;
	/** The code of the hub where nothing else names one; '' lets Omniful route. */
	readonly hub: string;
	/** Whether there are credentials of the tenant family. */
	readonly hasTenant: boolean;
}

export function sellerOf({ seller = {} }: Http): Seller {
	const { account = '', hub = '', hasTenant } = seller;
	if (account === '') throw refused('omniful: the credential has no client ID. Fill it in.');
	return { account, hub, hasTenant: hasTenant === 'true' };
}
