import { reply } from './answers';
import type { Operation } from './operation';
import { type ErrorCode, Refused } from './refused';
import type { World } from './world';

interface Entry {
	readonly productId: string;
	readonly variantId: string;
	readonly facilityCode?: string;
	readonly inventory: number;
	readonly asOf?: string;
}

interface EntryFault {
	readonly code: ErrorCode;
	readonly message: string;
}

/** The seller's warehouses are synced separately, so an entry without one is none of theirs: the code is a guess. */
const facilityFault = (world: World, { facilityCode }: Entry): EntryFault | null => {
	const { warehouses } = world.settings;
	if (facilityCode !== undefined && warehouses.some(({ code }) => code === facilityCode))
		return null;
	return {
		code: 'UNKNOWN_WAREHOUSE',
		message: `Warehouse ${facilityCode ?? 'without a code'} does not belong to this seller`,
	};
};

const accepted = (world: World, entry: Entry): EntryFault | null => {
	const { productId, variantId, facilityCode = '', inventory, asOf } = entry;
	const listing = world.catalog.find(productId, variantId);
	if (!listing) {
		return { code: 'UNKNOWN_LISTING', message: `There is no listing ${productId} ${variantId}` };
	}
	const fault = facilityFault(world, entry);
	if (fault) return fault;
	const at = asOf === undefined ? null : Date.parse(asOf);
	if (world.catalog.isStale(listing, facilityCode, at)) {
		return { code: 'STALE_UPDATE', message: 'A newer quantity was accepted before' };
	}
	world.catalog.push(listing, facilityCode, inventory, at);
	return null;
};

const statusOf = (entries: number, failed: number) => {
	if (failed === 0) return 'SUCCESS';
	return failed < entries ? 'PARTIAL_SUCCESS' : 'FAILED';
};

export const stockOperations: readonly Operation[] = [
	{
		id: 'updateInventory',
		answer(world, { body }) {
			const { inventoryList } = body as { inventoryList: readonly Entry[] };
			const { level, limits } = world.settings;
			if (inventoryList.length > limits.maxInventoryEntries) {
				const message = `At most ${limits.maxInventoryEntries} entries per call`;
				throw new Refused(413, 'TOO_MANY_ENTRIES', message);
			}
			const failedProductList = inventoryList.flatMap((entry) => {
				const fault = accepted(world, entry);
				if (!fault) return [];
				const { productId, variantId, facilityCode } = entry;
				const { code, message } = fault;
				const place = facilityCode === undefined ? {} : { facilityCode };
				return [{ productId, variantId, message, ...(level === 'full' && { ...place, code }) }];
			});
			const status = statusOf(inventoryList.length, failedProductList.length);
			const effect = status === 'FAILED' ? null : 'stock_pushed';
			return {
				...reply(200, { status, failedProductList }, effect),
				records: inventoryList.length,
			};
		},
	},
];
