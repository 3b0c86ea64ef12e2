import type { AccessTo } from '../shared/channelAccess';
import { newsFor, page } from './pages';

/** Orders that were handed over and have changed since, under a run of the kind `fulfilments`. */
export const fulfilmentPage = (access: AccessTo<'oms'>) =>
	page('fulfilments', access, (http, run, ledger) =>
		access.connector.oms.changes(http, {
			...run,
			newsAmong: newsFor(run, ledger, 'fulfilments'),
		}),
	);

/**
 * What the OMS may still promise at the mapped locations, under a run of the kind `stock`. `readAt`, on this machine's clock, lets
 * the import count the way to it as well.
 */
export const omsStockPage = (access: AccessTo<'oms'>) =>
	page('stock', access, async (http, { locations = [], position }) => {
		const askedAt = Date.now();
		const read = await access.connector.oms.stock(http, locations, position);
		const readAt = Date.now();
		const { ageMs = 0, ...page } = read;
		return { ...page, tookMs: ageMs + readAt - askedAt, readAt };
	});
