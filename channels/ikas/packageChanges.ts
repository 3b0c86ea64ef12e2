import type { ChannelUpdate } from '../../domain/channelUpdate';
import { Failure } from '../../domain/failure';
import type { Http } from '../connector';
import type { Refused } from './answer';
import type { trackingInputs } from './carriers';
import { change } from './changing';
import { fulfil, movePackages } from './mutations';
import type { LineUnits } from './mutations';
import type { OrderState, Package } from './orderState';
import { refusalOf } from './refusal';
import { isOwnSource, sourceOf } from './source';
import type { Step } from './steps';

/** An update while it is told. */
export interface Telling {
	readonly http: Http;
	readonly update: ChannelUpdate;
	/** What was changed on ikas so far. */
	readonly done: string[];
	readonly trackingInput: ReturnType<typeof trackingInputs>;
}

/** Makes a package of the units; a refusal is answered, because somebody may have packed them meanwhile. */
export async function pack(
	telling: Telling,
	state: OrderState,
	step: Step,
	lines: readonly LineUnits[],
): Promise<OrderState | Refused> {
	if (!step.isFirst) throw unseen(telling.update);
	const source = sourceOf(step.parcel);
	const tracking = await trackingOf(telling, step);
	const packed = await change(
		telling.http,
		state,
		'fulfillOrder',
		fulfil({
			orderId: state.id,
			lines,
			markAsReadyForShipment: step.status === 'READY_FOR_SHIPMENT',
			...(source && { sourcePackageId: source }),
			...(tracking && { trackingInfoDetail: tracking }),
		}),
	);
	const count = lines.reduce((sum, { quantity }) => sum + quantity, 0);
	if (!('refusal' in packed)) telling.done.push(`packed ${count} as ${told(step)}`);
	return packed;
}

export async function move(
	telling: Telling,
	state: OrderState,
	step: Step,
	packages: readonly Package[],
): Promise<OrderState> {
	const tracking = await trackingOf(telling, step);
	const moves = packages.map((one) => ({
		packageId: one.id,
		status: step.status,
		...naming(one, step),
		...(tracking && { trackingInfo: tracking }),
	}));
	const request = movePackages(state.id, moves);
	const moved = await change(telling.http, state, 'updateOrderPackageStatus', request);
	const names = packages.map(({ number }) => number).join(', ');
	if ('refusal' in moved) {
		throw refusalOf(moved.refusal, `package ${names} of order ${state.number} as ${step.status}`);
	}
	telling.done.push(`package ${names} is ${told(step)}`);
	return moved;
}

/** A package of nobody's name, or of a parcel that is no more, becomes this parcel's. */
function naming({ source }: Package, { parcel }: Step): { readonly sourceId?: string } {
	const name = sourceOf(parcel);
	const isFree = source === null || source === '' || isOwnSource(source);
	return name !== null && name !== source && isFree ? { sourceId: name } : {};
}

const trackingOf = async ({ trackingInput }: Telling, { status, parcel }: Step) =>
	status === 'FULFILLED' && parcel.tracking !== null ? await trackingInput(parcel.tracking) : null;

const told = ({ status, parcel: { tracking } }: Step) =>
	status === 'FULFILLED' && tracking !== null ? `${status} (${tracking.number})` : status;

/** Asked again at once, ikas would refuse again, and each refusal counts. */
const shownAfterMs = 60_000;

export const unseen = ({ number }: ChannelUpdate) =>
	new Failure(
		'unavailable',
		`ikas: does not show the package of order ${number} yet. Try again in a minute.`,
		shownAfterMs,
	);
