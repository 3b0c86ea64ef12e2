import type { AccessTo } from '../shared/channelAccess';
import { eachItem } from '../shared/eachItem';
import { many } from '../shared/row';
import { inQuota } from './inQuota';

export const locations = (access: AccessTo<'locations'>) =>
	eachItem(async (context) =>
		many(await inQuota(context, access, (http) => access.connector.locations.list(http))),
	);

export const statuses = (access: AccessTo<'statuses'>) =>
	eachItem(async (context) =>
		many(await inQuota(context, access, (http) => access.connector.statuses.list(http))),
	);

/** What the channel calls carriers, as a connected store's Carrier Mapping has to name them. */
export const carriers = (access: AccessTo<'carriers'>) =>
	eachItem(async (context) =>
		named(await inQuota(context, access, (http) => access.connector.carriers.list(http))),
	);

export const cancelReasons = (access: AccessTo<'cancelReasons'>) =>
	eachItem(async (context) =>
		named(await inQuota(context, access, (http) => access.connector.cancelReasons.list(http))),
	);

const named = (names: readonly string[]) => many(names.map((name) => ({ name })));
