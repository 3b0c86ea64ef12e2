import type { CancelReason, Tracking } from '../../domain/channelUpdate';
import type { OmsLine, OmsOrder, OmsParcel } from '../../domain/oms';
import { number, partOrNull, reading, rows, sound, text, textOrNull } from '../fields';
import type { Fields, Reading } from '../fields';
import { quoted } from '../quoted';
import { reasonWords } from './cancelling';
import { keyIn, linesIn } from './orderKey';
import type { SkuUnits } from './orderKey';
import { idIn } from './orderRows';
import { hasLeft, parcelStatus } from './statuses';
import { time } from './times';
import type { OmnifulItem, OmnifulOrder } from './types';

/** An order that was handed over, with what has left of it; null for one that was not. */
export function toOmsOrder(raw: Fields): OmsOrder | null {
	const from = reading<OmnifulOrder>(raw);
	const key = keyIn(from);
	if (key === null) return null;
	const status = text(from, 'status_code');
	const goods = goodsIn(from, status);
	const isCancelled = status === 'cancelled';
	const id = idIn(from);
	const order: OmsOrder = {
		id,
		number: textOrNull(from, 'order_alias') || text(from, 'order_id'),
		key,
		revisedAt: time(from, 'updated_at'),
		cancelled: isCancelled ? { reason: reasonIn(from) } : null,
		lines: goods.filter(({ of }) => of.length > 0).map((one) => standing(one, isCancelled)),
		parcels: hasLeft(status) ? [parcelOf(from, { id, status, goods })] : [],
		faults: hasLeft(status) ? faultsIn(goods) : [],
		// Why is told by webhooks alone (reference/omniful.md 4.3).
		waitsFor: status === 'on_hold' ? 'In Omniful: on hold.' : null,
	};
	sound('omniful', from);
	return order;
}

/** Units of one SKU, and the lines of the channel that they are for. */
interface Goods {
	readonly sku: string;
	readonly of: readonly SkuUnits[];
	readonly ordered: number;
	readonly left: number;
}

function goodsIn(order: Reading<OmnifulOrder>, status: string): readonly Goods[] {
	const lines = Map.groupBy(linesIn(order), ({ sku }) => sku);
	const all = rows(order, 'order_items');
	// Picking and packing can be left out (reference/omniful.md 2.2): then no item says what was packed.
	const areCounted = all.some((item) => packedOf(item) > 0);
	const items = all.map((item) => {
		const [sku, quantity] = [text(item, 'sku_code'), number(item, 'quantity')];
		const packed = areCounted ? Math.min(packedOf(item), quantity) : quantity;
		return { sku, quantity, left: hasLeft(status) ? packed : 0 };
	});
	return [...Map.groupBy(items, ({ sku }) => sku)].map(([sku, of]) => ({
		sku,
		of: lines.get(sku) ?? [],
		ordered: of.reduce((sum, { quantity }) => sum + quantity, 0),
		left: of.reduce((sum, { left }) => sum + left, 0),
	}));
}

const packedOf = ({ fields }: Reading<OmnifulItem>): number =>
	Math.max(0, Number(fields.packed_quantity) || 0);

const unitsOf = (of: readonly SkuUnits[]) => of.map(({ line, quantity }) => ({ line, quantity }));

/** A cancelled order has nothing left. */
const standing = ({ of, ordered, left }: Goods, isCancelled: boolean): OmsLine => ({
	of: unitsOf(of),
	kept: isCancelled ? 0 : ordered,
	open: isCancelled ? 0 : ordered - left,
});

/** An order has one shipment, which has no id of its own. */
function parcelOf(
	order: Reading<OmnifulOrder>,
	given: { readonly id: string; readonly status: string; readonly goods: readonly Goods[] },
): OmsParcel {
	const { id, status, goods } = given;
	return {
		id,
		status: parcelStatus(status),
		location: textOrNull(order, 'hub_code') || null,
		lines: goods
			.filter(({ of, left }) => of.length > 0 && left > 0)
			.map(({ of, left }) => ({ of: unitsOf(of), quantity: left })),
		tracking: trackingOf(order),
	};
}

function trackingOf(order: Reading<OmnifulOrder>): Tracking | null {
	const shipment = partOrNull(order, 'shipment');
	const awb = shipment === null ? '' : (textOrNull(shipment, 'awb_number')?.trim() ?? '');
	if (shipment === null || awb === '') return null;
	return {
		number: awb,
		carrier: textOrNull(shipment, 'shipping_partner_name')?.trim() || null,
		url: textOrNull(shipment, 'tracking_url')?.trim() || null,
	};
}

function reasonIn(order: Reading<OmnifulOrder>): CancelReason | null {
	const words = textOrNull(order, 'cancel_reason');
	if (words === reasonWords.customer_requested) return 'customer_requested';
	return words === reasonWords.out_of_stock ? 'out_of_stock' : null;
}

/** What the hub cannot follow: SKUs that nobody sold. */
const faultsIn = (goods: readonly Goods[]): readonly string[] =>
	goods
		.filter(({ of, left }) => of.length === 0 && left > 0)
		.map(({ sku, left }) => `${left} of "${quoted(sku)}" left, which the channel did not sell.`);
