import type { IExecuteFunctions } from 'n8n-workflow';
import type { Http } from '../../channels/connector';
import { inQuota } from '../channel/inQuota';
import { isDryRun } from '../shared/dryRun';
import { eachItem } from '../shared/eachItem';
import { rehearsed } from '../shared/notSent';
import { one } from '../shared/row';
import { access } from './access';

/** What one item is about, and what is done with it: the answer goes on, or with Dry Run the request that would be sent. */
type Doing = (
	context: IExecuteFunctions,
	item: number,
) => { readonly about: object; work(http: Http): Promise<object> };

/** An operation that changes something in Omniful. */
export const acting = (doing: Doing) =>
	eachItem(async (context, item) => {
		const { about, work } = doing(context, item);
		const isTried = isDryRun(context, item);
		const working = inQuota(context, access, work, { isDryRun: isTried });
		return one({ ...about, ...(isTried ? await rehearsed(working) : await working) });
	});
