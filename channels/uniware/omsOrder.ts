import type { CancelReason, Tracking } from '../../domain/channelUpdate';
import type { OmsLine, OmsOrder, OmsParcel, OmsParcelLine } from '../../domain/oms';
import { reading, rows, rowsOrNone, sound, text, textOrNull } from '../fields';
import type { Fields, Reading } from '../fields';
import { quoted } from '../quoted';
import { reasonWords } from './cancelling';
import { hasLeft, parcelStatus } from './itemStatuses';
import { keyIn } from './orderKey';
import { time } from './times';
import type { UniwareItem, UniwareOrder, UniwarePackage } from './types';
import { waitsFor } from './waiting';

/** An order that was handed over, with all that has left of it; null for one that was not. */
export function toOmsOrder(raw: Fields): OmsOrder | null {
	const from = reading<UniwareOrder>(raw);
	const key = keyIn(textOrNull(from, 'additionalInfo'));
	if (key === null) return null;
	const id = text(from, 'code');
	const items = rows(from, 'saleOrderItems').map(unitIn);
	const isCancelled = items.length > 0 && items.every((item) => item.status === 'CANCELLED');
	const parcels = rowsOrNone(from, 'shippingPackages').flatMap((one) => parcelOf(one, items));
	const order: OmsOrder = {
		id,
		number: textOrNull(from, 'displayOrderCode') || id,
		key,
		revisedAt: time(from, 'updated'),
		cancelled: isCancelled ? { reason: reasonIn(items) } : null,
		lines: standing(items),
		parcels,
		faults: faultsIn(items),
		waitsFor: waitsFor(textOrNull(from, 'status'), items),
	};
	sound('uniware', from);
	return order;
}

interface Unit {
	readonly sku: string;
	readonly isOnHold: boolean;
	/** The channel's line; null for what somebody added in Uniware. */
	readonly line: string | null;
	readonly status: string;
	readonly package: string | null;
	readonly facility: string | null;
	readonly reason: string | null;
}

const unitIn = (from: Reading<UniwareItem>): Unit => ({
	sku: text(from, 'itemSku'),
	isOnHold: from.fields.onHold === true,
	line: textOrNull(from, 'channelSaleOrderItemCode') || null,
	status: text(from, 'statusCode'),
	package: textOrNull(from, 'shippingPackageCode') || null,
	facility: textOrNull(from, 'facilityCode') || null,
	reason: textOrNull(from, 'cancellationReason') || null,
});

function reasonIn(items: readonly Unit[]): CancelReason | null {
	const words = new Set(items.map(({ reason }) => reason));
	if (words.size !== 1) return null;
	if (words.has(reasonWords.customer_requested)) return 'customer_requested';
	return words.has(reasonWords.out_of_stock) ? 'out_of_stock' : null;
}

/** None where nothing has left yet. */
function parcelOf(from: Reading<UniwarePackage>, items: readonly Unit[]): readonly OmsParcel[] {
	const [id, status] = [text(from, 'code'), text(from, 'status')];
	if (!hasLeft(status)) return [];
	const inside = items.filter((item) => item.package === id && item.status !== 'CANCELLED');
	return [
		{
			id,
			status: parcelStatus(
				status,
				inside.map((item) => item.status),
			),
			location: inside[0]?.facility ?? null,
			lines: linesOf(inside),
			tracking: trackingOf(from),
		},
	];
}

/** Units of one line as one row. */
const linesOf = (items: readonly Unit[]): readonly OmsParcelLine[] =>
	byLine(items).map(([line, { length }]) => ({
		of: [{ line, quantity: length }],
		quantity: length,
	}));

const byLine = (items: readonly Unit[]) =>
	[...Map.groupBy(items, ({ line }) => line)].flatMap(([line, of]) =>
		line === null ? [] : [[line, of] as const],
	);

function trackingOf(from: Reading<UniwarePackage>): Tracking | null {
	const number = textOrNull(from, 'trackingNumber')?.trim() ?? '';
	if (number === '') return null;
	return {
		number,
		carrier: textOrNull(from, 'shippingProvider')?.trim() || null,
		url: textOrNull(from, 'trackingLink')?.trim() || null,
	};
}

/** What is left of each line of the channel: a unit that was cancelled alone is off it. */
const standing = (items: readonly Unit[]): readonly OmsLine[] =>
	byLine(items).map(([line, of]) => {
		const kept = of.filter(({ status }) => status !== 'CANCELLED');
		const open = kept.filter(({ status }) => !hasLeft(status));
		return { of: [{ line, quantity: of.length }], kept: kept.length, open: open.length };
	});

/** What the hub cannot follow: items that nobody sold. */
const faultsIn = (items: readonly Unit[]): readonly string[] =>
	counted(items.filter(({ line, status }) => line === null && hasLeft(status))).map(
		(units) => `${units} left, which the channel did not sell.`,
	);

/** Such as `2 of "SCARF"`. */
const counted = (items: readonly Unit[]): readonly string[] =>
	[...Map.groupBy(items, ({ sku }) => sku)].map(([sku, of]) => `${of.length} of "${quoted(sku)}"`);
