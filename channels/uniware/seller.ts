import { refused } from '../../domain/failure';
import type { Http } from '../connector';

/** What the credential says beside username and password. */
export interface Seller {
	/** The host of the tenant. */
	readonly account: string;
	/** The code of the facility where nothing else names one. */
	readonly facility: string;
	/** The code under which the tenant knows orders of the hub. */
	readonly channel: string;
	/** Whether the marketplace ships, not the carriers of Uniware. */
	readonly isShippedByMarketplace: boolean;
}

/** Throws where the credential lacks something: a guess would put orders where nobody looks. */
export function sellerOf({ seller = {} }: Http): Seller {
	const { account = '', facility = '', channel = '', isShippedByMarketplace } = seller;
	if (account === '') throw incomplete('base URL');
	if (facility === '') throw incomplete('default facility');
	if (channel === '') throw incomplete('channel code');
	return {
		account,
		facility,
		channel,
		isShippedByMarketplace: isShippedByMarketplace === 'true',
	};
}

const incomplete = (what: string) => refused(`uniware: the credential has no ${what}. Fill it in.`);
