import { z } from 'zod';

const written = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,3})?(?:Z|[+-]\d{2}:?\d{2})$/;

const epochMs = z.number().int().min(0);

/** Of a request: ISO 8601, or epoch milliseconds; answers its epoch ms (reference/uniware-oker.md 1.1). */
export const date = z.union([
	epochMs,
	z
		.string()
		.regex(written, 'is no date like 2026-03-02T10:00:00Z')
		.transform((text) => Date.parse(text))
		.refine(Number.isFinite, 'is no date'),
]);

/** As answers write instants: documented as ISO, and epoch milliseconds in real tenants (reference/uniware-oker.md 1.1). */
export type DateStyle = 'epoch' | 'iso';

export const dateIn =
	(style: DateStyle) =>
	(at: number | null): number | string | null =>
		at === null || style === 'epoch' ? at : new Date(at).toISOString();
