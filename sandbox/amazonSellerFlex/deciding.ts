import { z } from 'zod';
import { parsed } from './parsed';
import { duplicate, invalid, wrongState } from './refused';
import { type Shipment, defaultRejectable } from './shipment';
import type { Change } from './shipments';
import { isBefore } from './statuses';

const decision = z.strictObject({
	referenceId: z.string().min(1).optional(),
	lineItems: z.array(
		z.strictObject({
			lineItem: z.strictObject({ id: z.string(), quantity: z.number().int().min(0).optional() }),
			reason: z.enum(['OUT_OF_STOCK', 'CUSTOMER_REQUESTED']).optional(),
		}),
	),
});

type Decision = z.infer<typeof decision>;

const confirmed: Change = (shipment) => {
	const { id, status } = shipment;
	if (status === 'CANCELLED') throw wrongState(`Shipment '${id}' is cancelled`);
	if (!isBefore(status, 'CONFIRMED')) throw duplicate(`Shipment '${id}' is confirmed already`);
	return { ...shipment, status: 'CONFIRMED' };
};

/** "All lines": a shipment is rejected whole (reference/amazon-seller-flex.md 7). */
const checkLines = ({ id, lines }: Shipment, { lineItems }: Decision) => {
	const named = lineItems.map(({ lineItem }) => lineItem.id);
	const isWhole = named.length === lines.length && lines.every((line) => named.includes(line.id));
	if (!isWhole) throw invalid(`lineItems must name every line of shipment '${id}' once`);
};

const rejected =
	(given: Decision): Change =>
	(shipment, { now }) => {
		const { id, status, draft } = shipment;
		if (status === 'CANCELLED') throw duplicate(`Shipment '${id}' is cancelled already`);
		checkLines(shipment, given);
		const states: readonly string[] = draft.rejectableIn ?? defaultRejectable;
		if (!states.includes(status)) {
			throw wrongState(`Shipment '${id}' is not eligible for rejection in status ${status}`);
		}
		const reason = given.lineItems[0]?.reason ?? null;
		const referenceId = given.referenceId ?? null;
		const cancelled = { type: 'SELLER_REJECTED' as const, reason, referenceId, at: now };
		return { ...shipment, status: 'CANCELLED', cancelled };
	};

/** "Unique per rejection"; that another shipment's is refused is a guess (reference/amazon-seller-flex.md 7). */
const checkReference = (
	{ referenceId }: Decision,
	shipmentId: string,
	others: readonly Shipment[],
) => {
	const user = others.find(({ cancelled }) => cancelled && cancelled.referenceId === referenceId);
	if (referenceId && user && user.id !== shipmentId) {
		throw duplicate(`referenceId '${referenceId}' was used for another shipment`);
	}
};

/** A body may be left out, or be empty, where nothing has to be said (reference/amazon-seller-flex.md 21). */
export const isNothing = (body: unknown) =>
	body === undefined ||
	(typeof body === 'object' && body !== null && Object.keys(body).length === 0);

export const decided = (
	operation: string | undefined,
	body: unknown,
	shipmentId: string,
	all: readonly Shipment[],
): { readonly what: 'confirmed' | 'rejected'; readonly change: Change } => {
	if (operation === 'CONFIRM') {
		if (!isNothing(body)) parsed(decision, body);
		return { what: 'confirmed', change: confirmed };
	}
	if (operation !== 'REJECT') throw invalid('operation must be CONFIRM or REJECT');
	const given = parsed(decision, body);
	checkReference(given, shipmentId, all);
	return { what: 'rejected', change: rejected(given) };
};
