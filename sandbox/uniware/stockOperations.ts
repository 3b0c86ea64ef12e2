import { z } from 'zod';
import { type Warning, done } from './answers';
import { codeList, parsed } from './body';
import { type Operation, facilityOf } from './operation';
import { Refused, errorRow, invalid, refusalOf } from './refused';
import type { World } from './world';

const snapshotBody = z.strictObject({
	itemTypeSKUs: codeList.optional(),
	updatedSinceInMinutes: z.number().int().min(1).max(1440).optional(),
});

const mostSkus = 10_000;

const snapshotRow = ({ stock }: World, facility: string, sku: string) => {
	const { inventory, openSale, inventoryBlocked, badInventory } = stock.figures(facility, sku);
	const { putaway, virtual } = stock.shelfOf(facility, sku);
	return {
		itemTypeSKU: sku,
		inventory,
		openSale,
		openPurchase: 0,
		putawayPending: putaway,
		inventoryBlocked,
		pendingStockTransfer: 0,
		vendorInventory: 0,
		virtualInventory: virtual,
		pendingInventoryAssessment: 0,
		badInventory,
	};
};

/** What is unknown or was never stocked there is no row but a warning (reference/uniware-oker.md 1.3). */
const warningOf = (sku: string): Warning => ({
	code: 10001,
	message: 'INVALID_ITEM_TYPE',
	description: `No inventory of item ${sku}`,
});

const snapshot: Operation = {
	name: 'inventorySnapshot/get',
	path: '/inventory/inventorySnapshot/get',
	isOfFacility: true,
	answer(world, asked) {
		const { itemTypeSKUs: wanted, updatedSinceInMinutes: minutes } = parsed(
			snapshotBody,
			asked.body,
		);
		if (wanted === undefined && minutes === undefined) {
			throw invalid('Name SKUs, or since when', 'itemTypeSKUs');
		}
		if ((wanted?.length ?? 0) > mostSkus) throw invalid('Too many SKUs', 'itemTypeSKUs');
		const facility = facilityOf(asked);
		const since = world.now() - (minutes ?? Infinity) * 60_000;
		const kept = world.stock.all().filter((one) => one.facility === facility);
		const skus = wanted ?? kept.map(({ sku }) => sku);
		const [known, unknown] = [
			skus.filter((sku) => world.stock.isKept(facility, sku)),
			skus.filter((sku) => !world.stock.isKept(facility, sku)),
		];
		const rows = known
			.filter((sku) => world.stock.shelfOf(facility, sku).changedAt >= since)
			.map((sku) => snapshotRow(world, facility, sku));
		const payload = { inventorySnapshots: rows };
		return { ...done(payload, null, unknown.map(warningOf)), records: rows.length };
	},
};

const adjustment = z.strictObject({
	itemSKU: z.string().min(1),
	quantity: z.number().int().min(0),
	shelfCode: z.string().min(1),
	adjustmentType: z.enum(['ADD', 'REMOVE', 'REPLACE', 'TRANSFER']),
	inventoryType: z
		.enum(['GOOD_INVENTORY', 'BAD_INVENTORY', 'QC_REJECTED', 'VIRTUAL_INVENTORY'])
		.default('GOOD_INVENTORY'),
	transferToShelfCode: z.string().optional(),
	sla: z.unknown(),
	remarks: z.string().max(255).optional(),
	batchDetails: z.unknown(),
});

type Adjustment = z.infer<typeof adjustment>;

const figureOf = {
	GOOD_INVENTORY: 'inventory',
	BAD_INVENTORY: 'bad',
	QC_REJECTED: 'bad',
	VIRTUAL_INVENTORY: 'virtual',
} as const;

const after = (before: number, { adjustmentType, quantity, itemSKU }: Adjustment): number => {
	if (adjustmentType === 'REPLACE') return quantity;
	if (adjustmentType === 'ADD') return before + quantity;
	if (adjustmentType === 'TRANSFER') return before;
	if (before >= quantity) return before - quantity;
	throw new Refused(
		'INVENTORY_NOT_FOUND_AT_EXPECTED_LOCATION',
		`There are ${before} of ${itemSKU}, not ${quantity}`,
	);
};

const adjust = (world: World, facility: string, given: Adjustment): void => {
	world.places.checked(facility);
	if (!world.catalog.find(given.itemSKU)) {
		throw new Refused('INVALID_ITEM_TYPE', `There is no item ${given.itemSKU}`, 'itemSKU');
	}
	// The tenant does not use shelves.
	if (given.shelfCode !== 'DEFAULT') {
		throw new Refused('INVALID_SHELF_CODE', `There is no shelf ${given.shelfCode}`, 'shelfCode');
	}
	if (given.adjustmentType === 'TRANSFER' && given.transferToShelfCode === undefined) {
		throw invalid('is required for a transfer', 'transferToShelfCode');
	}
	const name = figureOf[given.inventoryType];
	const before = world.stock.shelfOf(facility, given.itemSKU)[name];
	world.stock.change(facility, given.itemSKU, { [name]: after(before, given) });
};

const bulkBody = z.strictObject({
	inventoryAdjustments: z
		.array(adjustment.extend({ facilityCode: z.string() }))
		.min(1)
		.readonly(),
	forceAllocate: z.boolean().optional(),
});

/** Each row for itself: the envelope says that all is well, also when a row is not (reference/uniware-oker.md 1.3). */
const bulk: Operation = {
	name: 'inventory/adjust/bulk',
	path: '/inventory/adjust/bulk',
	answer(world, { body }) {
		const { inventoryAdjustments } = parsed(bulkBody, body);
		const rows = inventoryAdjustments.map(({ facilityCode, ...row }) => {
			const refusal = refusalOf(() => adjust(world, facilityCode, row));
			return {
				facilityInventoryAdjustment: { ...row, facilityCode },
				successful: refusal === null,
				errors: refusal === null ? [] : [errorRow(refusal)],
			};
		});
		const payload = { inventoryAdjustmentResponses: rows };
		return { ...done(payload, 'stock_adjusted'), records: rows.length };
	},
};

export const stockOperations: readonly Operation[] = [
	snapshot,
	{
		name: 'inventory/adjust',
		path: '/inventory/adjust',
		isOfFacility: true,
		answer(world, asked) {
			const shape = z.strictObject({ inventoryAdjustment: adjustment });
			adjust(world, facilityOf(asked), parsed(shape, asked.body).inventoryAdjustment);
			return done({}, 'stock_adjusted');
		},
	},
	bulk,
];
