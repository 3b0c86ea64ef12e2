import { refused } from '../../domain/failure';
import type { AccessTo } from '../shared/channelAccess';
import { eachItem } from '../shared/eachItem';
import { text } from '../shared/parameters';
import { many } from '../shared/row';
import { inQuota } from './inQuota';
import { locationsTyped } from './locationsTyped';

/**
 * What the channel shows of the listing that the user named, one item for each location. `hint` is a sentence on how the
 * channel writes the ID of a listing.
 */
export const stockOf = (access: AccessTo<'stock', 'get'>, hint: string) =>
	eachItem(async (context, item) => {
		const listing = text(context, 'listing', item);
		const { levels } = await inQuota(context, access, (http) =>
			access.connector.stock.get(
				http,
				listing,
				locationsTyped(access, () => text(context, 'location', item)),
			),
		);
		if (levels.length > 0) return many(levels);
		throw refused(
			`${access.label}: there is no stock of the listing "${listing}". Pick it from the list. ${hint}`,
		);
	});
