import { z } from 'zod';
import type { Box } from '../../domain/box';
import { major } from '../../domain/money';
import { isFields, partOrNull, reading, rowsOrNone, text, textOrNull, texts } from '../fields';
import type { Reading } from '../fields';
import { unitPaid } from './amounts';
import { boxIn } from './sizes';
import { instantIn } from './times';
import type { AmazonAmount, AmazonLine, AmazonRecommendedPackage, AmazonShipment } from './types';

const amount = z.object({ value: z.string(), currencyCode: z.string() });

const line = z.object({
	id: z.string(),
	units: z.number(),
	/** What a package has to say of the line. */
	country: z.string().optional(),
	value: amount.optional(),
	hazmat: z.array(z.string()).readonly().optional(),
	/** What it would have to say and nobody here knows. */
	lacks: z.array(z.string()).readonly().optional(),
});

const box = z.object({
	length: z.number(),
	width: z.number(),
	height: z.number(),
	weight: z.number(),
});

const memo = z.object({
	packAfter: z.string().optional(),
	isInvoiced: z.boolean(),
	/** Statuses in which the seller may cancel; none where Amazon does not say. */
	rejectable: z.array(z.string()).readonly(),
	lines: z.array(line).readonly(),
	/** Amazon's recommended packages. */
	boxes: z.array(z.object({ box, lines: z.array(z.string()).readonly() })).readonly(),
});

export type MemoLine = Readonly<z.infer<typeof line>>;
/** What packing and cancelling a shipment need, so that nobody has to ask for it again. Stays the same all its life. */
export type Memo = Readonly<z.infer<typeof memo>>;

export const memoText = (of: Memo): string => JSON.stringify(of);

/** Null where there is none, or none that this version wrote. */
export function memoIn(written: string | undefined): Memo | null {
	if (written === undefined || written === '') return null;
	const found = memo.safeParse(JSON.parse(written));
	return found.success ? found.data : null;
}

/** Reads as far as it can: what is missing here shows when the shipment is packed, and costs no order. */
export function memoOf(raw: Reading<AmazonShipment>): Memo {
	const from = reading<AmazonShipment>(raw.fields);
	const requirements = partOrNull(from, 'shipmentRequirements');
	const invoice = requirements && partOrNull(requirements, 'invoice');
	const info = partOrNull(from, 'shipmentInfo');
	const packAfter = instantIn(from.fields.earliestPackDateTime);
	return {
		...(packAfter !== null && { packAfter }),
		isInvoiced: invoice?.fields.requirement === 'REQUIRED',
		rejectable: info === null ? [] : texts(info, 'orderStatesEligibleForRejection'),
		lines: rowsOrNone(from, 'lineItems').map(lineOf),
		boxes: boxesOf(from),
	};
}

function boxesOf(from: Reading<AmazonShipment>): Memo['boxes'] {
	const shipping = partOrNull(from, 'shippingInfo');
	const recommended = shipping === null ? [] : rowsOrNone(shipping, 'recommendedPackages');
	return recommended.flatMap((one: Reading<AmazonRecommendedPackage>) => {
		const size: Box | null = boxIn(one);
		const lines = rowsOrNone(one, 'lineItems').map((row) => text(row, 'lineItemId'));
		return size === null ? [] : [{ box: size, lines }];
	});
}

/** What is not required must not be sent (reference/amazon-seller-flex.md 6.4). */
function lineOf(from: Reading<AmazonLine>): MemoLine {
	const wanted = partOrNull(from, 'complianceAttributes')?.fields ?? {};
	const hazmat = wanted.hazmatLabelsRequirement === 'REQUIRED' ? texts(from, 'hazmatLabels') : null;
	const country = wanted.countryOfOriginRequirement === 'REQUIRED' ? countryOf(from) : null;
	const value = wanted.itemValueRequirement === 'REQUIRED' ? valueOf(from) : null;
	const lacks = [
		...(wanted.serialNumberRequirement === 'REQUIRED' ? ['serial numbers'] : []),
		...(from.fields.pieceType === 'MULTIPLE' ? ['the number of pieces'] : []),
		...(hazmat?.length === 0 ? ['hazmat labels'] : []),
		...(country === '' ? ['a country of origin'] : []),
		...(value === undefined ? ['the value of the item'] : []),
	];
	return {
		id: text(from, 'shipmentLineItemId'),
		units: Number(from.fields.numberOfUnits),
		...(country && { country }),
		...(value && { value }),
		...(hazmat && hazmat.length > 0 && { hazmat }),
		...(lacks.length > 0 && { lacks }),
	};
}

const countryOf = (from: Reading<AmazonLine>): string =>
	textOrNull(from, 'countryOfOrigin') || textOrNull(from, 'recommendedCountryOfOrigin') || '';

/** What the seller said before, else what the customer paid for one, where Amazon wants it in that currency. */
function valueOf(from: Reading<AmazonLine>): AmazonAmount | undefined {
	const given = from.fields.itemValue;
	if (isFields(given)) return amount.safeParse(given).data;
	const paid = unitPaid(from);
	const wanted = textOrNull(from, 'recommendedCurrencyCode') ?? paid?.currency;
	if (paid === null || paid.currency !== wanted) return undefined;
	return { value: String(major(paid)), currencyCode: paid.currency };
}
