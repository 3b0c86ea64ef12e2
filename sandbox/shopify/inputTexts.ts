import { z } from 'zod';

/** What the schema leaves open: `null` counts as left out. */
export const text = z
	.string()
	.nullish()
	.transform((given) => given ?? null);
export const texts = z.array(z.string()).nullish();
