import type { Order, OrderLine } from './order';

/** One thing that differs between the hub's copy and the channel's, for a person to read. */
export interface Difference {
	readonly field: string;
	readonly hub: unknown;
	readonly channel: unknown;
}

/** What a warehouse would do differently: lines, address and location. Prices and names are not compared. */
export function differences(hub: Order, channel: Order): readonly Difference[] {
	const found: Difference[] = [];
	const compare = (field: string, ours: unknown, theirs: unknown) => {
		if (JSON.stringify(ours) !== JSON.stringify(theirs))
			found.push({ field, hub: ours, channel: theirs });
	};
	compare('shipTo', hub.shipTo, channel.shipTo);
	compare('location', hub.location, channel.location);
	const theirs = new Map(channel.lines.map((line) => [line.id, line]));
	const ours = new Map(hub.lines.map((line) => [line.id, line]));
	for (const id of new Set([...ours.keys(), ...theirs.keys()])) {
		compare(`line ${id}`, work(ours.get(id)), work(theirs.get(id)));
	}
	return found;
}

const work = (line: OrderLine | undefined) =>
	line === undefined
		? null
		: { sku: line.sku, listing: line.listing, ordered: line.ordered, cancelled: line.cancelled };
