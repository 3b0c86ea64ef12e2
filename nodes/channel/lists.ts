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
