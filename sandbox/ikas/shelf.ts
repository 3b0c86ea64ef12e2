import type { RawOrder } from './raw';

/** A revision of an order: as the shop has it, and as it is answered. Later revisions have higher numbers. */
export interface Revision {
	readonly revision: number;
	readonly order: RawOrder;
	readonly answer: unknown;
}

const before = (left: RawOrder, right: RawOrder) =>
	left.updatedAt < right.updatedAt || (left.updatedAt === right.updatedAt && left.id < right.id);

/** The first place, in rows sorted by `updatedAt`, whose row is not before. */
const placeOf = (rows: readonly Revision[], isBefore: (order: RawOrder) => boolean) => {
	let [low, high] = [0, rows.length];
	while (low < high) {
		const middle = (low + high) >>> 1;
		const row = rows[middle];
		if (row && isBefore(row.order)) low = middle + 1;
		else high = middle;
	}
	return low;
};

/** What `listOrder` can show. A late revision stays out, and the one before it in view, until it is due. */
export const shelf = () => {
	const rows: Revision[] = [];
	const shown = new Map<string, Revision>();
	let late: readonly { readonly visibleAt: number; readonly revision: Revision }[] = [];

	const placeFor = (order: RawOrder) => placeOf(rows, (row) => before(row, order));

	const show = (revision: Revision) => {
		const { order } = revision;
		const earlier = shown.get(order.id);
		if (earlier && earlier.revision > revision.revision) return;
		if (earlier) rows.splice(placeFor(earlier.order), 1);
		rows.splice(placeFor(order), 0, revision);
		shown.set(order.id, revision);
	};

	const showDue = (now: number) => {
		if (late.length === 0) return;
		for (const { visibleAt, revision } of late) if (visibleAt <= now) show(revision);
		late = late.filter(({ visibleAt }) => visibleAt > now);
	};

	return {
		put(revision: Revision, visibleAt: number, now: number) {
			if (visibleAt <= now) show(revision);
			else late = [...late, { visibleAt, revision }];
		},
		/** In order of `updatedAt` and id, from an instant on. */
		since(updatedAt: number | null, now: number): readonly Revision[] {
			showDue(now);
			return updatedAt === null
				? rows
				: rows.slice(placeOf(rows, (order) => order.updatedAt < updatedAt));
		},
	};
};

export type Shelf = ReturnType<typeof shelf>;
