import { z } from 'zod';

/** "A decimal string" (reference/amazon-seller-flex.md 6.4); that nothing has no size is plain. */
const decimalText = z
	.string()
	.regex(/^\d+(\.\d+)?$/, 'is no decimal string')
	.refine((text) => Number(text) > 0, 'is not above 0');

const dimension = z.strictObject({
	value: decimalText,
	dimensionUnit: z.enum(['CM', 'M', 'IN']),
});

const packageLine = z.strictObject({
	packageLineItemId: z.string(),
	quantity: z.number().int().positive(),
	serialNumbers: z.array(z.string().min(1)).readonly().optional(),
	pieces: z.number().int().min(1).optional(),
	countryOfOrigin: z
		.string()
		.regex(/^[A-Z]{2}$/)
		.optional(),
	itemValue: z
		.strictObject({ value: decimalText, currencyCode: z.string().regex(/^[A-Z]{3}$/) })
		.optional(),
});

/** A package as it is sent. That a field which the model does not have is refused is a guess (reference/amazon-seller-flex.md 6.4). */
export const packageShape = z.strictObject({
	id: z.string().min(1),
	dimensions: z.strictObject({ length: dimension, width: dimension, height: dimension }),
	weight: z.strictObject({ value: decimalText, weightUnit: z.enum(['G', 'KG', 'LB', 'OZ']) }),
	packageLineItems: z.array(packageLine).min(1).readonly(),
	hazmatLabels: z.array(z.string().min(1)).readonly().optional(),
	packageHandlingRequirements: z.enum(['NORMAL', 'FRAGILE']).optional(),
	/** The server's own; what a client says of it is not heeded. */
	status: z.string().optional(),
});

export const packagesShape = z.strictObject({ packages: z.array(packageShape).min(1).readonly() });

export type SentPackage = Readonly<z.infer<typeof packageShape>>;
export type SentPackageLine = Readonly<z.infer<typeof packageLine>>;

const grams = { G: 1, KG: 1000, LB: 453.592_37, OZ: 28.349_523_125 } as const;

export const gramsOf = ({ weight: { value, weightUnit } }: SentPackage) =>
	Number(value) * grams[weightUnit];
