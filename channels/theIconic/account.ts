import type { Account, Http } from '../connector';
import { reading, sound } from '../fields';
import { ask, fieldsOf } from './answer';
import * as requests from './requests';
import type { IconicSeller } from './types';
import { id, wordOrNull } from './values';

/** The seller that the token is for: one of several, where its user may change between shops. */
export async function account(http: Http): Promise<Account> {
	const answer = await ask(http, requests.seller(), 'the seller');
	const from = reading<IconicSeller>(fieldsOf(answer));
	const sellerId = id(from, 'id');
	sound('theIconic', from);
	const named = (['name', 'companyName', 'shortCode'] as const).flatMap(
		(name) => wordOrNull(from, name) ?? [],
	);
	return { id: sellerId, name: named[0] ?? sellerId, missing: [], clock: answer.clock };
}

/** Only whose it is: asked with every page, so that a changed shop is seen. */
export const accountIdOf = async (http: Http): Promise<string> => (await account(http)).id;
