import { fulfillmentBy, trackingFaults, trackingOf, unitsToShip } from './fulfilling';
import { fulfillmentView } from './fulfillmentView';
import { fulfillmentInput, inputOf, trackingInput } from './inputs';
import type { RawOrder } from './raw';
import { type UserError, userError } from './refusal';
import type { RootField } from './resolve';
import { withFulfillment } from './shipping';
import type { World } from './world';

const refused = (...userErrors: readonly UserError[]) => ({ fulfillment: null, userErrors });

const answered = (world: World, order: RawOrder, id: string | undefined) => {
	const one = order.fulfillments.find((candidate) => candidate.id === id);
	return { fulfillment: one ? fulfillmentView(world, order, one) : null, userErrors: [] };
};

const create: RootField = ({ world }, args) => {
	const input = inputOf(fulfillmentInput, args.fulfillment);
	const { made, errors } = unitsToShip(world, input);
	if (!made) return refused(...errors);
	const tracking = trackingOf(input.trackingInfo);
	const shipment = { units: made.units, tracking, displayStatus: 'FULFILLED', byApi: true };
	const order = world.orders.ship(made.order, shipment);
	return answered(world, order, order.fulfillments.at(-1)?.id);
};

const track: RootField = ({ world }, args) => {
	const found = fulfillmentBy(world, String(args.fulfillmentId));
	const input = inputOf(trackingInput, args.trackingInfoInput);
	const faults = trackingFaults(input, ['trackingInfoInput']);
	if (!found) return refused(userError(['fulfillmentId'], 'Fulfillment does not exist.'));
	if (faults.length > 0) return refused(...faults);
	const change = { tracking: trackingOf(input), updatedAt: world.now() };
	const next = withFulfillment(found.order, found.one.id, change) ?? found.order;
	const order = world.orders.edit(next, { what: 'tracking_changed', byApi: true });
	return answered(world, order, found.one.id);
};

const cancel: RootField = ({ world }, args) => {
	const found = fulfillmentBy(world, String(args.id));
	if (!found) return refused(userError(['id'], 'Fulfillment does not exist.'));
	if (found.one.status !== 'SUCCESS') {
		return refused(userError(['id'], 'Fulfillment cannot be cancelled.'));
	}
	const order = world.orders.unship(found.order, found.one, true);
	return answered(world, order, found.one.id);
};

export const fulfillmentMutations: Readonly<Record<string, RootField>> = {
	fulfillmentCreate: create,
	fulfillmentTrackingInfoUpdate: track,
	fulfillmentCancel: cancel,
};
