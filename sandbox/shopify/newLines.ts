import { numberIn } from './ids';
import type { LineInput, OrderInput, TaxLineInput } from './orderInputs';
import { type NewLine, attributes } from './newOrder';
import type { RawTaxLine } from './raw';
import type { RawVariant } from './rawCatalog';
import { type Outcome, type UserError, made, refused, userError } from './refusal';
import type { World } from './world';

type Path = readonly (string | number)[];

export const taxLines = (
	given: readonly TaxLineInput[] | null | undefined,
): readonly RawTaxLine[] =>
	(given ?? []).map(({ title, rate, priceSet, channelLiable }) => ({
		title,
		rate: Number(rate),
		price: Number(priceSet?.shopMoney.amount ?? 0),
		channelLiable: channelLiable ?? null,
	}));

/** The schema wants a rate; that a blank one is what the code is for is a guess (reference/shopify.md 9). */
const rateFaults = (lines: readonly TaxLineInput[] | null | undefined, path: Path) =>
	(lines ?? []).flatMap(({ rate }, at) =>
		rate === ''
			? [userError([...path, 'taxLines', at, 'rate'], 'is missing', 'TAX_LINE_RATE_MISSING')]
			: [],
	);

const lineFaults = (
	line: LineInput,
	variant: RawVariant | null,
	path: Path,
): readonly UserError[] => {
	const fault = (field: string, message: string, code = 'INVALID') =>
		userError([...path, field], message, code);
	const isCustom = line.variantId === null;
	return [
		...(line.quantity < 1 ? [fault('quantity', 'must be greater than 0')] : []),
		...(!isCustom && !variant ? [fault('variantId', 'there is no such variant')] : []),
		...(isCustom && !line.title ? [fault('title', "can't be blank")] : []),
		...(isCustom && !line.priceSet ? [fault('priceSet', "can't be blank")] : []),
		...(line.fulfillmentService && line.fulfillmentService !== 'manual'
			? [fault('fulfillmentService', 'is invalid', 'FULFILLMENT_SERVICE_INVALID')]
			: []),
		...rateFaults(line.taxLines, path),
	];
};

const newLine = (world: World, line: LineInput, variant: RawVariant | null): NewLine => {
	const product = world.catalog.product(variant?.productId ?? '');
	const asked = line.requiresShipping ?? false;
	const isVariants = variant !== null && (world.options.variantDecidesShipping ?? false);
	return {
		variantId: variant?.id ?? null,
		// With a variant its own are taken: expected, not verified (reference/shopify.md 9).
		sku: variant ? variant.sku : line.sku,
		title: product?.title ?? line.title ?? '',
		variantTitle: variant?.title ?? line.variantTitle,
		vendor: product?.vendor ?? line.vendor,
		quantity: line.quantity,
		price: Number(line.priceSet?.shopMoney.amount ?? variant?.price ?? 0),
		requiresShipping: isVariants ? variant.requiresShipping : asked,
		taxable: line.taxable ?? true,
		taxLines: taxLines(line.taxLines),
		properties: attributes(line.properties ?? []),
	};
};

/** The lines of an order that is to be, or what is wrong with them. */
export const newLines = (
	world: World,
	{ lineItems, shippingLines }: OrderInput,
): Outcome<readonly NewLine[]> => {
	const rows = (lineItems ?? []).map((line) => ({
		line,
		variant: world.catalog.variant(numberIn('ProductVariant', line.variantId ?? '') ?? ''),
	}));
	if (rows.length === 0) {
		return refused(userError(['order', 'lineItems'], "can't be blank", 'INVALID'));
	}
	const errors = [
		...rows.flatMap(({ line, variant }, at) =>
			lineFaults(line, variant, ['order', 'lineItems', at]),
		),
		...(shippingLines ?? []).flatMap((line, at) =>
			rateFaults(line.taxLines, ['order', 'shippingLines', at]),
		),
	];
	if (errors.length > 0) return refused(...errors);
	return made(rows.map(({ line, variant }) => newLine(world, line, variant)));
};
