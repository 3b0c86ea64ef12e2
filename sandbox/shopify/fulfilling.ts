import { numberIn } from './ids';
import type { FulfillmentInput, TrackingInput } from './inputs';
import type { RawFulfillmentOrder, RawOrder, RawTracking } from './raw';
import { type Outcome, type UserError, made, refused, userError } from './refusal';
import type { ShippedUnits } from './shipping';
import type { World } from './world';

/** The carriers whose links Shopify makes itself are not played: a link is what was given (reference/shopify.md 10). */
export const trackingOf = (given: TrackingInput | null | undefined): readonly RawTracking[] => {
	if (!given) return [];
	const { company, number, url } = given;
	const numbers = given.numbers ?? (number === null ? [] : [number]);
	const urls = given.urls ?? (url === null ? [] : [url]);
	const count = Math.max(numbers.length, urls.length, company === null ? 0 : 1);
	return Array.from({ length: count }, (_, at) => ({
		company,
		number: numbers[at] ?? null,
		url: urls[at] ?? null,
	}));
};

export const trackingFaults = (
	given: TrackingInput | null | undefined,
	path: readonly string[],
): readonly UserError[] => {
	const both = (one: unknown, many: unknown) => one !== null && many !== null && many !== undefined;
	const fault = (field: string, message: string) => [userError([...path, field], message)];
	if (both(given?.number, given?.numbers)) return fault('number', 'number or numbers, not both');
	return both(given?.url, given?.urls) ? fault('url', 'url or urls, not both') : [];
};

interface Found {
	readonly order: RawOrder;
	readonly one: RawFulfillmentOrder;
}

const foundIn = (world: World, id: string): Found | null => {
	const number = numberIn('FulfillmentOrder', id);
	for (const { order } of world.orders.all()) {
		const one = order.fulfillmentOrders.find((candidate) => candidate.id === number);
		if (one) return { order, one };
	}
	return null;
};

type Asked = FulfillmentInput['lineItemsByFulfillmentOrder'][number];

const at = ['fulfillment', 'lineItemsByFulfillmentOrder'];

/** Lines left out mean all that is left (reference/shopify.md 10). */
const unitsOf = ({ one }: Found, asked: Asked, row: number): Outcome<readonly ShippedUnits[]> => {
	const lines = asked.fulfillmentOrderLineItems?.length
		? asked.fulfillmentOrderLineItems
		: one.lines.map(({ id, remaining }) => ({ id, quantity: remaining }));
	const units = lines.map(({ id, quantity }) => {
		const lineId = numberIn('FulfillmentOrderLineItem', id) ?? '';
		return { fulfillmentOrderId: one.id, lineId, quantity };
	});
	const path = [...at, row, 'fulfillmentOrderLineItems'];
	const errors = units.flatMap(({ lineId, quantity }, place) => {
		const known = one.lines.find(({ id }) => id === lineId);
		const fault = (message: string) => [userError([...path, place], message)];
		if (!known) return fault('Fulfillment order line item does not exist.');
		const isWrong = quantity < 0 || quantity > known.remaining;
		return isWrong ? fault('Invalid fulfillment order line item quantity requested.') : [];
	});
	return errors.length > 0
		? refused(...errors)
		: made(units.filter(({ quantity }) => quantity > 0));
};

/** What a fulfilment is to ship, or why it cannot (reference/shopify.md 10). */
export const unitsToShip = (
	world: World,
	input: FulfillmentInput,
): Outcome<{ readonly order: RawOrder; readonly units: readonly ShippedUnits[] }> => {
	const rows = input.lineItemsByFulfillmentOrder.map((asked) => ({
		asked,
		found: foundIn(world, asked.fulfillmentOrderId),
	}));
	const first = rows[0]?.found;
	if (!first) return refused(userError(at, 'Fulfillment order does not exist.'));
	const units: ShippedUnits[] = [];
	const errors: UserError[] = [
		...trackingFaults(input.trackingInfo, ['fulfillment', 'trackingInfo']),
	];
	for (const [row, { asked, found }] of rows.entries()) {
		const path = [...at, row, 'fulfillmentOrderId'];
		if (!found) errors.push(userError(path, 'Fulfillment order does not exist.'));
		else if (found.order !== first.order || found.one.locationId !== first.one.locationId) {
			errors.push(userError(path, 'Fulfillment orders must share order and location.'));
		} else if (found.one.status !== 'OPEN' && found.one.status !== 'IN_PROGRESS') {
			const message = `Fulfillment order ${found.one.id} has an unfulfillable status= ${found.one.status.toLowerCase()}.`;
			errors.push(userError(path, message));
		} else {
			const part = unitsOf(found, asked, row);
			errors.push(...part.errors);
			units.push(...(part.made ?? []));
		}
	}
	if (errors.length > 0) return refused(...errors);
	if (units.length === 0) return refused(userError(at, 'There is nothing left to fulfil.'));
	return made({ order: first.order, units });
};

/** The order of a fulfilment, and the fulfilment. */
export const fulfillmentBy = (world: World, id: string) => {
	const number = numberIn('Fulfillment', id);
	for (const { order } of world.orders.all()) {
		const one = order.fulfillments.find((candidate) => candidate.id === number);
		if (one) return { order, one };
	}
	return null;
};

export const fulfillmentOrderBy = foundIn;
