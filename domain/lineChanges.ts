import { oneLine } from './oneLine';
import type { MappedOrder, Order, OrderLine } from './order';

/**
 * A newer revision as the hub follows it. An order that goes as a whole keeps the lines that the hub has where the channel's
 * differ, and says how, unless all of it is cancelled.
 */
export function asFollowed(hub: Order, channel: MappedOrder): MappedOrder {
	const keepsLines = channel.isWhole === true && channel.hubStatus !== 'cancelled';
	const changes = keepsLines ? lineChanges(hub, channel) : [];
	if (changes.length === 0) return { ...channel, notFollowed: undefined };
	return { ...channel, lines: hub.lines, notFollowed: changes };
}

/** What the channel has changed of single lines, each a sentence; only what a warehouse would do differently. */
export function lineChanges(hub: Order, channel: Order): readonly string[] {
	const theirs = new Map(channel.lines.map((line) => [line.id, line]));
	const ours = new Set(hub.lines.map(({ id }) => id));
	return [
		...hub.lines.flatMap((line) => changesOf(line, theirs.get(line.id))),
		...channel.lines
			.filter(({ id }) => !ours.has(id))
			.map((line) => `${named(line)}: added on the channel, ${units(line.ordered)}.`),
	];
}

function changesOf(hub: OrderLine, channel: OrderLine | undefined): readonly string[] {
	if (channel === undefined) return [`${named(hub)}: removed on the channel.`];
	const changes = [
		hub.sku === channel.sku ? null : `${codeOf('SKU', channel.sku)} on the channel`,
		hub.listing === channel.listing ? null : `${codeOf('listing', channel.listing)} on the channel`,
		hub.ordered === channel.ordered
			? null
			: `${units(channel.ordered)} on the channel, ${hub.ordered} in the hub`,
		hub.cancelled === channel.cancelled ? null : cancelledOf(hub, channel),
	];
	return changes.flatMap((change) => (change === null ? [] : `${named(hub)}: ${change}.`));
}

const cancelledOf = (hub: OrderLine, { cancelled, ordered }: OrderLine) =>
	`${cancelled} of ${units(ordered)} cancelled on the channel${hub.cancelled === 0 ? '' : `, ${hub.cancelled} in the hub`}`;

const named = ({ id, sku }: OrderLine) =>
	`Line ${oneLine(id)}${sku === null ? '' : ` (SKU ${oneLine(sku)})`}`;

const codeOf = (what: string, code: string | null) =>
	code === null ? `no ${what}` : `${what} ${oneLine(code)}`;

const units = (count: number) => `${count} ${count === 1 ? 'unit' : 'units'}`;
