import type { Account, Http } from '../connector';
import { ask } from './answer';
import { discover } from './gateway';
import * as requests from './requests';
import { accountOf, userIn } from './seller';

/** What proves that the token is good: a gateway of Core level does not look at it where it does not know the question. */
export async function account(http: Http): Promise<Account> {
	const { answer } = await discover(http);
	const proof = answer ?? (await ask(http, requests.productsCount(), 'the number of listings'));
	const id = accountOf(http);
	return { id, name: userIn(id), missing: [], clock: proof.clock };
}
