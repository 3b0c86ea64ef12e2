import type { Catalog } from './catalog';
import type { BabyshopModeration } from './types';

/** A figure as it was asked for, and what became of it. */
export interface Row {
	readonly id: string;
	readonly seller: string;
	/** As the call named it. */
	readonly sku: string;
	/** Null changes nothing (reference/babyshop-vinculum.md 9). */
	readonly requested: number | null;
	readonly price: string | null;
	/** The marketplace's that it stands for. */
	readonly skus: readonly string[];
	readonly decidedAt: number;
	/** Only Pending is documented; the others are a guess (reference/babyshop-vinculum.md 9). */
	readonly status: 'Pending' | 'Approved' | 'Rejected';
}

export interface ModerationContext {
	readonly catalog: Catalog;
	readonly moderationMs: number;
	readonly firstId: number;
	/** Who sells when nobody says. */
	readonly seller: string;
	now(): number;
}

export const moderation = (context: ModerationContext) => {
	const { catalog, moderationMs, firstId, now } = context;
	const rows: Row[] = [];
	const refusals = new Map<string, number>();
	const keyOf = (seller: string, sku: string) => JSON.stringify([seller, sku]);
	let firstPending = 0;

	const isRefused = ({ seller, skus }: Row) =>
		skus.some((sku) => {
			const key = keyOf(seller, sku);
			const left = refusals.get(key) ?? 0;
			if (left > 0) refusals.set(key, left - 1);
			return left > 0;
		});

	const note = (row: Row, what: 'requested' | 'approved' | 'rejected', at: number) => {
		const change = { what, at, quantity: row.requested, moderationId: row.id };
		for (const sku of row.skus) catalog.note({ seller: row.seller, sku }, change);
	};

	const decided = (row: Row): Row => {
		const isRejected = isRefused(row);
		note(row, isRejected ? 'rejected' : 'approved', row.decidedAt);
		return { ...row, status: isRejected ? 'Rejected' : 'Approved' };
	};

	return {
		/** Replaces what is refused. */
		set({ reject }: BabyshopModeration) {
			refusals.clear();
			for (const { sku, seller = context.seller, times = Number.POSITIVE_INFINITY } of reject) {
				refusals.set(keyOf(seller, sku), times);
			}
		},
		ask(asked: Omit<Row, 'id' | 'decidedAt' | 'status'>): Row {
			const at = now();
			const id = String(firstId + rows.length);
			const row: Row = { ...asked, id, decidedAt: at + moderationMs, status: 'Pending' };
			rows.push(row);
			note(row, 'requested', at);
			return row;
		},
		/** Decides what is due by now. All wait equally long, so that the oldest are due first. */
		settle() {
			const until = now();
			const end = rows.findLastIndex(({ decidedAt }) => decidedAt <= until) + 1;
			rows.splice(firstPending, end - firstPending, ...rows.slice(firstPending, end).map(decided));
			firstPending = Math.max(firstPending, end);
		},
		find: (seller: string, id: string): Row | null => {
			const row = rows[Number(id) - firstId];
			return row?.seller === seller ? row : null;
		},
		pending: () => rows.length - firstPending,
	};
};

export type Moderation = ReturnType<typeof moderation>;
