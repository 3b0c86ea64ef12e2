import type { IExecuteFunctions } from 'n8n-workflow';
import type { ListingPage } from '../../channels/connector';
import type { AccessTo } from '../shared/channelAccess';
import { eachItem } from '../shared/eachItem';
import { flag, whole } from '../shared/parameters';
import { many } from '../shared/row';
import type { Row } from '../shared/row';
import { inQuota } from './inQuota';

/** What the store offers, one item for each listing. */
export const listings = (access: AccessTo<'listings'>) =>
	eachItem((context, item) => listingsOf(context, item, access));

/** Reads page after page, and no page more than the limit needs. */
async function* listingsOf(
	context: IExecuteFunctions,
	item: number,
	access: AccessTo<'listings'>,
): AsyncIterable<Row> {
	const limit = flag(context, 'returnAll', item) ? Infinity : whole(context, 'limit', item);
	let given = 0;
	let position: string | null = null;
	do {
		const at: string | null = position;
		const page: ListingPage = await inQuota(context, access, (http) =>
			access.connector.listings.page(http, at),
		);
		const unreadable = page.unreadable.map(({ id, reason }) => ({ id, unreadable: reason }));
		const rows = many([...page.listings, ...unreadable].slice(0, limit - given));
		given += rows.length;
		yield* rows;
		position = page.next;
	} while (position !== null && given < limit);
}
