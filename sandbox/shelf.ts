/** What lists are sorted by. */
interface Sorted {
	readonly id: string;
	readonly updatedAt: number;
}

/** A revision of a row: as the sandbox has it, and as it is answered. Later revisions have higher numbers. */
export interface Revision<Row extends Sorted> {
	readonly revision: number;
	readonly row: Row;
	readonly answer: unknown;
}

const before = (left: Sorted, right: Sorted) =>
	left.updatedAt < right.updatedAt || (left.updatedAt === right.updatedAt && left.id < right.id);

/** The first place, in rows sorted by `updatedAt`, whose row is not before. */
const placeOf = <Row extends Sorted>(
	rows: readonly Revision<Row>[],
	isBefore: (row: Row) => boolean,
) => {
	let [low, high] = [0, rows.length];
	while (low < high) {
		const middle = (low + high) >>> 1;
		const found = rows[middle];
		if (found && isBefore(found.row)) low = middle + 1;
		else high = middle;
	}
	return low;
};

/** What a list can show. A late revision stays out, and the one before it in view, until it is due. */
export const shelf = <Row extends Sorted>() => {
	const rows: Revision<Row>[] = [];
	const shown = new Map<string, Revision<Row>>();
	let late: readonly { readonly visibleAt: number; readonly revision: Revision<Row> }[] = [];

	const placeFor = (row: Row) => placeOf(rows, (other) => before(other, row));

	const show = (revision: Revision<Row>) => {
		const { row } = revision;
		const earlier = shown.get(row.id);
		if (earlier && earlier.revision > revision.revision) return;
		if (earlier) rows.splice(placeFor(earlier.row), 1);
		rows.splice(placeFor(row), 0, revision);
		shown.set(row.id, revision);
	};

	const showDue = (now: number) => {
		if (late.length === 0) return;
		for (const { visibleAt, revision } of late) if (visibleAt <= now) show(revision);
		late = late.filter(({ visibleAt }) => visibleAt > now);
	};

	return {
		put(revision: Revision<Row>, visibleAt: number, now: number) {
			if (visibleAt <= now) show(revision);
			else late = [...late, { visibleAt, revision }];
		},
		/** In order of `updatedAt` and id, from an instant on. */
		since(updatedAt: number | null, now: number): readonly Revision<Row>[] {
			showDue(now);
			return updatedAt === null
				? rows
				: rows.slice(placeOf(rows, (row) => row.updatedAt < updatedAt));
		},
	};
};
