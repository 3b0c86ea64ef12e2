import { z } from 'zod';
import { filterFields, strategies } from '../../domain/routing';

export const filterField = z.enum(filterFields);
export const filterIs = z.enum(['include', 'exclude']);
export const strategy = z.enum(strategies);
export const workingHoursRule = z.enum(['ignore', 'prefer', 'require']);

/** Rules as people write them in JSON. What they say is checked by whoever uses them. */
export const rulesSchema = z.array(
	z.strictObject({
		name: z.string(),
		strategy,
		hubs: z.array(z.string()).optional(),
		filters: z
			.array(z.strictObject({ field: filterField, is: filterIs, values: z.array(z.string()) }))
			.optional(),
		split: z
			.strictObject({
				smallestValue: z.number().default(0),
				mostParcels: z.number().nullable().default(null),
			})
			.optional(),
		workingHours: workingHoursRule.optional(),
	}),
);
