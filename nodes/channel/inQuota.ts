import type { IExecuteFunctions, ILoadOptionsFunctions, IPollFunctions } from 'n8n-workflow';
import type { Http } from '../../channels/connector';
import type { ChannelAccess } from '../shared/channelAccess';
import { onChannel } from '../shared/http';
import type { Terms } from '../shared/http';
import { ledgerIfSet, ledgerOf } from '../shared/ledgerOf';

/** Calls the channel within the quota that the ledger keeps for all executions. */
export const inQuota = async <T>(
	context: IExecuteFunctions,
	access: ChannelAccess,
	work: (http: Http) => Promise<T>,
	terms: Omit<Terms, 'ledger'> = {},
): Promise<T> =>
	await onChannel(context, access, work, { ledger: await ledgerOf(context), ...terms });

/** The same where the node may name no ledger. Without one the quota is that of this process alone. */
export const inQuotaIfKept = async <T>(
	context: ILoadOptionsFunctions | IPollFunctions,
	access: ChannelAccess,
	work: (http: Http) => Promise<T>,
): Promise<T> => await onChannel(context, access, work, { ledger: await ledgerIfSet(context) });
