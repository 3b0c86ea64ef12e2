/** A bulk operation that is to be begun. */
export interface BulkWanted {
	readonly at: 'wanted';
	/** Shopify's clock when it was first wanted, in epoch ms. */
	readonly since: number;
	readonly tries: number;
	/** Why an earlier one of the walk was given up, or null. */
	readonly why: string | null;
}

/** A bulk operation that was begun, and how far its file has been read. */
export interface BulkBegun {
	readonly at: 'begun';
	readonly id: string;
	/** In bytes, and in lines. */
	readonly from: number;
	readonly lines: number;
	readonly tries: number;
	readonly why: string | null;
}

/** Page by page, because the bulk operation came to nothing. */
export interface PagedInstead {
	readonly at: 'paged';
	readonly after: string | null;
	readonly why: string;
}

export type BulkPosition = BulkWanted | BulkBegun | PagedInstead;

const written =
	/^(?:bulk wanted since (?<since>\d{1,15})|bulk (?<id>\d{1,20}) from (?<from>\d{1,15}) lines (?<lines>\d{1,15})) try (?<tries>\d)(?: because (?<why>.{1,300}))?$/;

const instead = /^paged (?:after (?<after>\S{1,1000})|from the start) because (?<why>.{1,300})$/;

/** Null where the text says nothing of a bulk operation. */
export function bulkPositionIn(position: string): BulkPosition | null {
	const paged = instead.exec(position)?.groups;
	if (paged !== undefined) {
		return { at: 'paged', after: paged.after ?? null, why: paged.why ?? '' };
	}
	const { since, id, from, lines, tries, why = null } = written.exec(position)?.groups ?? {};
	const shared = { tries: Number(tries), why };
	if (since !== undefined) return { at: 'wanted', since: Number(since), ...shared };
	if (id === undefined) return null;
	return { at: 'begun', id, from: Number(from), lines: Number(lines), ...shared };
}

export function bulkPositionText(position: BulkPosition): string {
	const why = position.why === null ? '' : ` because ${position.why.slice(0, 300)}`;
	if (position.at === 'paged') {
		return `paged ${position.after === null ? 'from the start' : `after ${position.after}`}${why}`;
	}
	const tries = `try ${position.tries}${why}`;
	return position.at === 'wanted'
		? `bulk wanted since ${position.since} ${tries}`
		: `bulk ${position.id} from ${position.from} lines ${position.lines} ${tries}`;
}
