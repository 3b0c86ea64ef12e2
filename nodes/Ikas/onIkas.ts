import type { IExecuteFunctions } from 'n8n-workflow';
import type { Http } from '../../channels/connector';
import { onChannel } from '../shared/http';
import type { Terms } from '../shared/http';
import { ledgerOf } from '../shared/ledgerOf';
import { access } from './access';

export const onIkas = async <T>(
	context: IExecuteFunctions,
	work: (http: Http) => Promise<T>,
	terms: Omit<Terms, 'ledger'> = {},
): Promise<T> =>
	await onChannel(context, access, work, { ledger: await ledgerOf(context), ...terms });
