import { z } from 'zod';
import { done, listed } from './answers';
import { parsed, units } from './body';
import type { Hub } from './hubs';
import type { Asked, Operation } from './operation';
import { checkNames, pageOf, several } from './query';
import { Refused, forbidden } from './refused';
import type { OmnifulStockState } from './stateTypes';
import type { World } from './world';

const hubOf = (world: World, { params }: Asked): Hub => {
	const hub = world.hubs.find(params.hub ?? '');
	if (hub?.active) return hub;
	throw forbidden();
};

const row = (world: World, { hub, sku, available, onHand, reserved }: OmnifulStockState) => ({
	hub_code: hub,
	sku_code: sku,
	sku_name: world.catalog.find(sku)?.name ?? sku,
	available_quantity: available,
	quantity_on_hand: onHand,
	quantity_reserved: reserved,
	uom: 'ea',
	updated_at: new Date(world.stock.updatedAt(hub, sku)).toISOString(),
});

const writeBody = z.strictObject({
	// Most of one call (reference/omniful.md 1.9).
	sku_detail: z
		.array(z.strictObject({ sku_code: z.string().min(1), quantity: units }))
		.min(1)
		.max(200)
		.readonly(),
});

const set: Operation = {
	name: 'stock/set',
	method: 'POST',
	path: '/v1/inventory/hubs/:hub',
	family: 'seller',
	needs: 'inventorySync',
	answer(world, asked) {
		const { sku_detail: rows } = parsed(writeBody, asked.body);
		const hub = hubOf(world, asked);
		if (hub.locationInventory) throw new Refused('location inventory is enabled for this hub');
		const known = rows.filter(({ sku_code: sku }) => world.catalog.find(sku));
		for (const { sku_code: sku, quantity } of known) {
			world.stock.change(hub.code, sku, { onHand: quantity });
		}
		world.settings.stockRows += known.length;
		if (known.length > 0) {
			const told = known.map(({ sku_code: sku }) => world.stock.figures(hub.code, sku));
			world.webhooks.emit('inventory.update.event', told.map(inventoryNotice));
		}
		// Failed codes may come back in lower case (reference/omniful.md 1.9).
		const failed = rows
			.filter((one) => !known.includes(one))
			.map(({ sku_code: sku }) => sku.toLowerCase());
		const failures = [{ sku_codes: failed, reason: 'SKU not found' }];
		const effect = known.length > 0 ? 'stock_set' : null;
		return done({ failed_skus: failed.length === 0 ? null : failures }, effect);
	},
};

/** `quantity` is the available figure (reference/omniful.md 1.13). */
export const inventoryNotice = ({ hub, sku, available, onHand, reserved }: OmnifulStockState) => ({
	hub_code: hub,
	seller_code: 'seller',
	sku_code: sku,
	quantity: available,
	unlimited_quantity: false,
	quantity_on_hand: onHand,
	quantity_reserved: reserved,
	uom: 'ea',
});

export const stockOperations: readonly Operation[] = [
	set,
	{
		name: 'stock/list',
		method: 'GET',
		path: '/v1/seller/inventory/hubs/:hub',
		family: 'seller',
		answer(world, asked) {
			const { query } = asked;
			checkNames(query, [
				'sku_codes',
				'sku_codes[]',
				'page',
				'per_page',
				'updated_from',
				'updated_to',
			]);
			const skus = several(query, 'sku_codes', 'sku_codes[]');
			const { code } = hubOf(world, asked);
			const wanted = world.stock.at(code).filter(({ sku }) => skus?.includes(sku) ?? true);
			const { rows, meta } = pageOf(wanted, query);
			return listed(
				rows.map((one) => row(world, one)),
				meta,
			);
		},
	},
	{
		name: 'stock/ofSku',
		method: 'GET',
		path: '/v1/inventory/hubs/skus/:sku',
		family: 'seller',
		answer(world, { params: { sku = '' } }) {
			if (!world.catalog.find(sku)) throw new Refused('SKU not found');
			const found = world.hubs.active().map(({ code }) => world.stock.figures(code, sku));
			return listed(
				found.map((one) => row(world, one)),
				null,
			);
		},
	},
];
