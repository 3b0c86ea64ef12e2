import { z } from 'zod';
import { badArgument } from './refusal';

/** What the schema leaves open: `null` counts as left out. */
const optionalText = z
	.string()
	.nullish()
	.transform((text) => text ?? null);

/** "Omit instead of sending null" (reference/ikas.md 11.1): what ikas does with a null is not known, so none is taken. */
const tracking = z.object({
	trackingNumber: z.string().optional(),
	trackingLink: z.string().optional(),
	barcode: z.string().optional(),
	cargoCompany: z.string().optional(),
	cargoCompanyId: z.string().optional(),
	isSendNotification: z.boolean().optional(),
	shippingLabelImageBase64: z.string().optional(),
});

const lineQuantity = z.object({
	orderLineItemId: z.string(),
	quantity: z.number().int().positive(),
});

export const fulfilInput = z.object({
	orderId: z.string(),
	lines: z.array(lineQuantity).min(1),
	markAsReadyForShipment: z.boolean().nullish(),
	sourcePackageId: optionalText,
	trackingInfoDetail: tracking.optional(),
});

const packageMove = z.object({
	packageId: z.string(),
	status: z.string(),
	trackingInfo: tracking.optional(),
	errorMessage: optionalText,
	sourceId: optionalText,
});

export const moveInput = z.object({
	orderId: z.string(),
	packages: z.array(packageMove).min(1),
});

export const undoInput = z.object({
	orderId: z.string(),
	orderPackageId: z.string(),
	lines: z.array(lineQuantity).min(1).nullish(),
});

export const cancelInput = z.object({
	orderId: z.string(),
	orderLineItems: z
		.array(lineQuantity.extend({ price: z.number().min(0), restockItems: z.boolean() }))
		.min(1),
});

/** `id`, `deleted` and the dates are not played. */
export const stockInput = z.object({
	productStockLocationInputs: z
		.array(
			z.strictObject({
				productId: z.string(),
				variantId: z.string(),
				stockLocationId: z.string(),
				stockCount: z.number().int().min(0),
			}),
		)
		.nullish(),
});

export type TrackingInput = z.infer<typeof tracking>;
export type FulfilInput = z.infer<typeof fulfilInput>;
export type MoveInput = z.infer<typeof moveInput>;
export type PackageMove = z.infer<typeof packageMove>;
export type UndoInput = z.infer<typeof undoInput>;
export type CancelInput = z.infer<typeof cancelInput>;
export type StockInput = z.infer<typeof stockInput>;

/** The input of a mutation. What is wrong with it is said without naming the row, as ikas does (reference/ikas.md 10). */
export const inputOf = <Input>(
	shape: z.ZodType<Input, z.ZodTypeDef, unknown>,
	input: unknown,
): Input => {
	const { data, error } = shape.safeParse(input);
	if (data !== undefined) return data;
	const { path = [], message = '' } = error?.issues[0] ?? {};
	const field = path.filter((part) => typeof part === 'string').at(-1) ?? 'input';
	throw badArgument(`${field}: ${message}`);
};

/** Refuses an id that comes twice in one call. */
export const eachOnce = (ids: readonly string[]): void => {
	if (new Set(ids).size < ids.length) throw badArgument('an id comes twice');
};
