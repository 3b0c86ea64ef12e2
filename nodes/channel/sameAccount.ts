import type { IExecuteFunctions } from 'n8n-workflow';
import type { Http } from '../../channels/connector';
import { Failure } from '../../domain/failure';
import type { ChannelAccess } from '../shared/channelAccess';
import type { Terms } from '../shared/http';
import { inQuota } from './inQuota';

/** A credential that was changed to another shop must not mix its orders and stock with those of this store. */
export function sameAccount({ label }: ChannelAccess, expected: string, found: string): void {
	if (expected === found) return;
	throw new Failure(
		'unauthorised',
		`${label}: the credential belongs to the account ${found}, but the store is connected to ${expected}. Put the credential of that account back, or connect the other account as a store of its own.`,
	);
}

/** By the node's run: nobody else asks with this context, and the next run has a new one. */
const asked = new WeakMap<IExecuteFunctions, Promise<string>>();

/** The account that the credential signs in to: one call, however many items ask, and none where the credential says it. */
export async function accountOf(
	context: IExecuteFunctions,
	access: ChannelAccess,
	terms: Pick<Terms, 'isUrgent'> = {},
): Promise<string> {
	const known = asked.get(context);
	if (known !== undefined) return await known;
	const asking = inQuota(context, access, accountIdOf(access), terms);
	asked.set(context, asking);
	return await asking;
}

export const accountIdOf =
	({ connector }: ChannelAccess) =>
	async (http: Http): Promise<string> =>
		connector.accountId?.(http) ?? (await connector.account(http)).id;
