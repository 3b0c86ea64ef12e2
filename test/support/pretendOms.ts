import type { HandOver, OmsOrder, OmsParcel, OmsParcelLine } from '../../domain/oms';

interface Line {
	readonly of: OmsParcelLine['of'];
	readonly quantity: number;
	/** Without what was taken off. */
	kept: number;
	shipped: number;
}

interface Held {
	readonly id: string;
	readonly order: string;
	readonly lines: readonly Line[];
	readonly parcels: OmsParcel[];
	isCancelled: boolean;
	revision: number;
}

/** An OMS in the plainest way: it knows orders by their key, groups lines by its listing, and ships and cancels them. */
export function pretendOms() {
	const orders = new Map<string, Held>();
	/** How often an order was made, by key. */
	const made: string[] = [];
	let revision = 0;
	let parcels = 0;
	const change = (order: Held, line?: Line, kept = 0) => {
		if (line !== undefined) line.kept = kept;
		return Object.assign(order, { revision: ++revision });
	};
	/** At most so many of each line. */
	const shippedOf = (order: Held | undefined, most: readonly number[] = []) =>
		(order?.lines ?? []).reduce(
			(sum, { shipped }, at) => sum + Math.min(shipped, most[at] ?? shipped),
			0,
		);

	return {
		made,
		all: () => [...orders.values()],
		of: (order: string) => [...orders.values()].find((one) => one.order === order),
		shippedOf,
		isEmpty: ({ lines }: Held) => lines.every(({ kept }) => kept === 0),
		/** Looks before it makes one. */
		create({ key, order, lines }: HandOver) {
			const known = orders.get(key);
			if (known !== undefined) return { id: known.id, number: order.number };
			const grouped = [...Map.groupBy(lines, ({ listing }) => listing).values()];
			const id = `gid-${made.push(key)}`;
			const fresh: Held = {
				...{ id, order: order.id, parcels: [], isCancelled: false, revision: ++revision },
				lines: grouped.map((of) => ({
					of: of.map(({ line, quantity }) => ({ line, quantity })),
					quantity: of.reduce((sum, { quantity }) => sum + quantity, 0),
					kept: of.reduce((sum, { quantity }) => sum + quantity, 0),
					shipped: 0,
				})),
			};
			orders.set(key, fresh);
			return { id, number: order.number };
		},
		/** Answers whether it is cancelled, or was never there. */
		cancel(key: string): boolean {
			const order = orders.get(key);
			if (order === undefined || order.isCancelled) return true;
			if (shippedOf(order) > 0) return false;
			change(order).isCancelled = true;
			return true;
		},
		/** Takes off what is not wanted any more; answers whether all of that was still there, or none ever was. */
		reduce({ key, kept }: HandOver): boolean {
			const order = orders.get(key);
			if (order === undefined || order.isCancelled) return true;
			const wanted = new Map(kept.map(({ line, quantity }) => [line, quantity]));
			return order.lines.reduce((isDone, line) => {
				const enough = line.of.reduce(
					(sum, one) => sum + Math.min(one.quantity, wanted.get(one.line) ?? 0),
					0,
				);
				const to = Math.max(enough, line.shipped);
				if (to < line.kept) change(order, line, to);
				return isDone && line.kept <= enough;
			}, true);
		},
		/** Somebody takes a unit off the last line that still has one to ship. */
		takeOff(order: Held) {
			const line = order.lines.findLast((one) => one.shipped < one.kept);
			if (line !== undefined && !order.isCancelled) change(order, line, line.kept - 1);
		},
		/** Some of the first line that still has some. */
		ship(order: Held, { isAll, number }: { isAll: boolean; number: string | null }) {
			const open = order.lines.filter((line) => line.shipped < line.kept);
			if (order.isCancelled || open.length === 0) return;
			const leaving = (isAll ? open : open.slice(0, 1)).map((line) => {
				const quantity = isAll ? line.kept - line.shipped : 1;
				line.shipped += quantity;
				return { of: line.of, quantity };
			});
			const tracking = number === null ? null : { number, carrier: 'Aras', url: null };
			change(order).parcels.push({
				...{ id: `F${++parcels}`, status: 'shipped', lines: leaving, tracking },
				location: parcels % 2 === 0 ? 'gid-ist' : 'gid-ank',
			});
		},
		/** The newest parcel without a number gets one. */
		track(order: Held, number: string) {
			const at = order.parcels.findLastIndex(({ tracking }) => tracking === null);
			const parcel = order.parcels[at];
			if (parcel === undefined) return;
			order.parcels[at] = { ...parcel, tracking: { number, carrier: 'Aras', url: null } };
			change(order);
		},
		page(): readonly OmsOrder[] {
			return [...orders].map(
				([key, { id, order, lines, parcels: of, isCancelled, revision: at }]) => ({
					...{ id, key, number: `N${order}`, parcels: [...of], faults: [] },
					revisedAt: new Date(Date.UTC(2026, 2, 2, 12) + at * 1000).toISOString(),
					cancelled: isCancelled ? { reason: null } : null,
					lines: lines.map((line) => ({
						...{ of: line.of, kept: line.kept, open: line.kept - line.shipped },
					})),
				}),
			);
		},
	};
}
