import type { OmsReference } from '../../domain/oms';
import { reading, rows, sound, text, textOrNull } from '../fields';
import type { Fields, Reading } from '../fields';
import { hasLeft } from './itemStatuses';
import type { UniwareItem, UniwareOrder } from './types';

/** One unit of an order, as far as it matters to whoever wants it cancelled. */
export interface Unit {
	readonly code: string;
	/** The channel's line; null for what somebody added in Uniware. */
	readonly line: string | null;
	readonly state: 'open' | 'bound' | 'left' | 'cancelled';
	/** The more of it was done, the more. */
	readonly work: number;
	/** Its package has an invoice: what is cancelled now comes back into stock with a putaway only (reference/uniware-oker.md 3). */
	readonly isInvoiced: boolean;
}

export interface UnitsSeen extends OmsReference {
	readonly isCancelled: boolean;
	readonly units: readonly Unit[];
}

export function unitsIn(raw: Fields): UnitsSeen {
	const from = reading<UniwareOrder>(raw);
	const id = text(from, 'code');
	const units = rows(from, 'saleOrderItems').map(unitIn);
	const seen = {
		id,
		number: textOrNull(from, 'displayOrderCode') || id,
		isCancelled: units.every(({ state }) => state === 'cancelled'),
		units,
	};
	sound('uniware', from);
	return seen;
}

/** As packages go (reference/uniware-oker.md 3). */
const steps = ['', 'CREATED', 'PICKING', 'PICKED', 'PACKED', 'READY_TO_SHIP', 'MANIFESTED'];

function unitIn(from: Reading<UniwareItem>): Unit {
	const code = text(from, 'code');
	const work = steps.indexOf(textOrNull(from, 'shippingPackageStatus') ?? '');
	return {
		code,
		line: textOrNull(from, 'channelSaleOrderItemCode') || null,
		state: stateOf(text(from, 'statusCode'), from.fields.cancellable),
		// What is not known is further than what is.
		work: work < 0 ? steps.length : work,
		isInvoiced: work >= steps.indexOf('PACKED'),
	};
}

function stateOf(status: string, cancellable: unknown): Unit['state'] {
	if (status === 'CANCELLED') return 'cancelled';
	if (hasLeft(status)) return 'left';
	return cancellable === false ? 'bound' : 'open';
}
