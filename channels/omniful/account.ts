import { instant } from '../../domain/instant';
import type { Account, Http } from '../connector';
import { rows, sound, textOrNull } from '../fields';
import { ask } from './answer';
import { integrations } from './requests';
import { sellerOf } from './seller';
import type { OmnifulIntegration } from './types';

/** The custom integration, by its client id. */
export async function account(http: Http): Promise<Account> {
	const { account: id } = sellerOf(http);
	const asked = ask<readonly OmnifulIntegration[]>(http, integrations(), 'the integrations');
	const { from, clock } = await asked;
	const [first] = rows(from, 'data').map((row) => textOrNull(row, 'name'));
	sound('omniful', from);
	return { id, name: first || id, missing: [], clock: clock === null ? null : instant(clock) };
}

/** Without a call. */
export const accountId = ({ seller = {} }: Http): string | null => seller.account || null;
