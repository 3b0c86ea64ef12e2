import { type Random, random, uuid } from '../random';
import type { BulkRead } from './bulkReading';
import { byNumber } from './ids';
import type { ShopifyOptions } from './types';

/** A bulk operation as the sandbox keeps it. */
export interface RawBulk {
	readonly id: string;
	readonly query: string;
	readonly createdAt: number;
	/** When it will have ended. */
	readonly dueAt: number;
	status: string;
	errorCode: string | null;
	completedAt: number | null;
	rows: number;
	/** Null while there is none. */
	file: Buffer | null;
	/** What it should have, in bytes. */
	fileSize: number;
	/** Names the file, to whoever has been told. */
	readonly key: string;
	read(): BulkRead;
}

interface BulkContext {
	now(): number;
	newId(): string;
	readonly faults: { happens(name: 'bulkFails' | 'bulkCancelled' | 'bulkTruncated'): boolean };
}

/** How long one takes, and how many may run, is a guess (reference/shopify.md 6, 13): the strictest that is known. */
const usual = { ms: 30_000, atOnce: 1 } as const;

/** "7 days" (reference/shopify.md 6). */
const keptMs = 7 * 86_400_000;

const cancellingMs = 1_000;

const isOpen = ({ status }: RawBulk) => ['CREATED', 'RUNNING', 'CANCELING'].includes(status);

/** The bulk operations of the app: in the background, a limited number at once, their files for seven days. */
export const bulkBook = (
	{ now, newId, faults }: BulkContext,
	{ bulkMs = usual.ms, bulkAtOnce = usual.atOnce, bulkReads = 'first' }: ShopifyOptions,
) => {
	const all = new Map<string, RawBulk>();
	const next: Random = random(11);

	const complete = (bulk: RawBulk) => {
		const { lines, errorCode } = bulk.read();
		bulk.completedAt = bulk.dueAt;
		if (errorCode !== null || faults.happens('bulkFails')) {
			bulk.errorCode = errorCode ?? 'TIMEOUT';
			bulk.status = 'FAILED';
			return;
		}
		bulk.status = faults.happens('bulkCancelled') ? 'CANCELED' : 'COMPLETED';
		bulk.rows = lines.length;
		const whole = Buffer.from(lines.map((line) => `${line}\n`).join(''));
		bulk.file = faults.happens('bulkTruncated') ? whole.subarray(0, whole.length * 0.6) : whole;
		bulk.fileSize = whole.length;
	};

	return {
		/** Null where as many as may run are running. */
		begin(query: string, read: () => BulkRead): RawBulk | null {
			const running = [...all.values()].filter(isOpen);
			if (running.length >= bulkAtOnce) return null;
			const at = now();
			const early = bulkReads === 'first' ? read() : null;
			const bulk: RawBulk = {
				...{ id: newId(), query, createdAt: at, dueAt: at + bulkMs, key: uuid(next) },
				...{ status: 'CREATED', errorCode: null, completedAt: null, rows: 0, file: null },
				fileSize: 0,
				read: () => early ?? read(),
			};
			all.set(bulk.id, bulk);
			return bulk;
		},
		cancel(id: string): RawBulk | null {
			const bulk = all.get(id);
			if (!bulk) return null;
			if (isOpen(bulk)) Object.assign(bulk, { status: 'CANCELING', dueAt: now() + cancellingMs });
			return bulk;
		},
		find: (id: string): RawBulk | null => all.get(id) ?? null,
		byKey: (key: string): RawBulk | null =>
			[...all.values()].find((one) => one.key === key) ?? null,
		/** The newest first. */
		list: (): readonly RawBulk[] =>
			[...all.values()].sort((left, right) => byNumber(right.id, left.id)),
		settle() {
			const at = now();
			for (const bulk of all.values()) {
				if (bulk.status === 'CREATED' && at > bulk.createdAt) bulk.status = 'RUNNING';
				if (bulk.status === 'CANCELING' && bulk.dueAt <= at) bulk.status = 'CANCELED';
				if (bulk.status === 'RUNNING' && bulk.dueAt <= at) complete(bulk);
				const endedAt = bulk.completedAt ?? at;
				if (bulk.status === 'COMPLETED' && at >= endedAt + keptMs) bulk.status = 'EXPIRED';
			}
		},
	};
};

export type BulkBook = ReturnType<typeof bulkBook>;
