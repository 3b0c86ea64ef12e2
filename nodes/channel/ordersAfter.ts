import type { IExecuteFunctions } from 'n8n-workflow';
import type { OrderPage } from '../../channels/connector';
import { refused } from '../../domain/failure';
import { instant } from '../../domain/instant';
import type { AccessTo } from '../shared/channelAccess';
import { eachItem } from '../shared/eachItem';
import { flag, text, whole } from '../shared/parameters';
import type { Row } from '../shared/row';
import { inQuota } from './inQuota';
import { locationsTyped } from './locationsTyped';
import { shown } from './shown';

/** The orders that were placed and changed after the dates that the user gave, one item for each. */
export const ordersAfter = (access: AccessTo<'orders'>) =>
	eachItem((context, item) => ordersOf(context, item, access));

/** Reads page after page, and no page more than the limit needs. */
async function* ordersOf(
	context: IExecuteFunctions,
	item: number,
	access: AccessTo<'orders'>,
): AsyncIterable<Row> {
	const simple = flag(context, 'simple', item);
	const limit = flag(context, 'returnAll', item) ? Infinity : whole(context, 'limit', item);
	const window = {
		connectedAt: dateOf(text(context, 'filters.placedAfter', item)) ?? instant(0),
		watermark: dateOf(text(context, 'filters.changedAfter', item)),
		overlapMinutes: 0,
		locations: locationsTyped(access, () => context.getNodeParameter('locations', item, '')),
	};
	const seen = new Set<string>();
	let given = 0;
	let position: string | null = null;
	do {
		const at: string | null = position;
		const page: OrderPage = await inQuota(context, access, (http) =>
			access.connector.orders.page(http, { ...window, position: at }),
		);
		// Pages overlap where orders share the moment of their last change.
		const fresh = page.orders.filter(({ id, revisedAt }) => !seen.has(`${id} ${revisedAt}`));
		for (const { id, revisedAt } of fresh) seen.add(`${id} ${revisedAt}`);
		for (const row of shown(fresh, page.unreadable, simple).slice(0, limit - given)) {
			given++;
			yield row;
		}
		position = page.next;
	} while (position !== null && given < limit);
}

function dateOf(typed: string): string | null {
	if (typed === '') return null;
	const ms = Date.parse(typed);
	if (!Number.isNaN(ms)) return instant(ms);
	throw refused(`"${typed}" is not a date. Pick one, or write it like 2026-03-02T10:15:00Z.`);
}
