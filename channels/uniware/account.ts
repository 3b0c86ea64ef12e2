import { instant } from '../../domain/instant';
import type { Account, Http } from '../connector';
import { part, sound, text } from '../fields';
import { ask } from './answer';
import { facilityWithCode } from './requests';
import { sellerOf } from './seller';

/** The tenant, by its host. Whether the user may use the default facility is seen on the way. */
export async function account(http: Http): Promise<Account> {
	const { account: id, facility } = sellerOf(http);
	const { from, clock } = await ask(http, facilityWithCode(facility), `facility ${facility}`);
	text(part(from, 'facility'), 'code');
	sound('uniware', from);
	return { id, name: id, missing: [], clock: clock === null ? null : instant(clock) };
}

/** Without a call. */
export const accountId = ({ seller = {} }: Http): string | null => seller.account || null;
