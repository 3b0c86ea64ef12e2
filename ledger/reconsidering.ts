import { mapStatus } from '../domain/statusMap';
import { importRecords } from './importing';
import { storeOf } from './lookups';
import { parkedBefore } from './parking';
import type { SyncRun } from './syncShapes';
import type { Work } from './statement';
import { holdRun } from './lease';

const chunk = 100;

/** Looks again at orders that older settings had parked; answers whether some are left for the next call. */
export function* reconsiderParked(held: SyncRun): Work<boolean> {
	const store = yield* storeOf(held.store, held.settingsVersion);
	const parked = yield* parkedBefore(store.code, store.version, chunk);
	if (parked.length === 0) return false;
	yield* holdRun(held);
	yield* importRecords(
		store,
		parked.map((order) => ({
			...order,
			hubStatus: mapStatus(order, store.settings.channelStatusMap),
		})),
	);
	return parked.length === chunk;
}
