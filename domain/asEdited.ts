import type { MappedOrder, Order, OrderLine } from './order';

/**
 * A newer revision as the hub follows it where a person has changed the order in the hub. What the channel says as before stays as
 * the person has it; what it has changed since is as the channel says.
 */
export function asEdited(hub: Order, channel: MappedOrder): MappedOrder {
	const { hubEdit } = hub;
	if (hubEdit === undefined) return channel;
	const keepsLines =
		hubEdit.lines !== undefined && isAsBefore(hubEdit.lines, hub.lines, channel.lines);
	const keepsAddress = hubEdit.shipTo !== undefined && isSame(hubEdit.shipTo, channel.shipTo);
	if (!keepsLines && !keepsAddress) return channel;
	return {
		...channel,
		...(keepsLines && { lines: hub.lines }),
		...(keepsAddress && { shipTo: hub.shipTo }),
		hubEdit: {
			...(keepsLines && { lines: hubEdit.lines }),
			...(keepsAddress && { shipTo: hubEdit.shipTo }),
		},
	};
}

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/** The same lines; of units that the hub has cancelled the channel may have cancelled some by now. */
function isAsBefore(
	before: readonly OrderLine[],
	hub: readonly OrderLine[],
	now: readonly OrderLine[],
): boolean {
	return (
		before.length === now.length &&
		before.every((line) => {
			const theirs = now.find(({ id }) => id === line.id);
			const ours = hub.find(({ id }) => id === line.id)?.cancelled ?? line.cancelled;
			return (
				theirs !== undefined &&
				isSame(
					[theirs.sku, theirs.listing, theirs.ordered],
					[line.sku, line.listing, line.ordered],
				) &&
				theirs.cancelled >= line.cancelled &&
				theirs.cancelled <= Math.max(ours, line.cancelled)
			);
		})
	);
}
