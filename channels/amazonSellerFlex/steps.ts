import type { ChannelUpdate, ParcelTold, UpdateParcel } from '../../domain/channelUpdate';
import { Failure, refused } from '../../domain/failure';
import type { Http, UpdateSent } from '../connector';
import { attempt } from './answer';
import type { Refused } from './answer';
import { labelFile, labelsIn } from './labelling';
import { packageId, packagesOf } from './packing';
import * as requests from './requests';
import { isBefore } from './shipmentState';
import type { Package, ShipmentState, Stage } from './shipmentState';

/** An update on its way. */
export interface Telling {
	readonly http: Http;
	readonly update: ChannelUpdate;
	/** What was changed on Amazon, for a person to read. */
	readonly done: string[];
	/** What Amazon said of the parcels, by the ledger's id. */
	readonly told: Map<number, ParcelTold>;
	/** Epoch ms; null where nobody said what time it is. */
	now: number | null;
	/** How often labels were asked for. */
	labelTries: number;
}

/** The shipment after the step, what Amazon does not take, or what is waited for. */
export type Stepped = ShipmentState | Refused | UpdateSent;

type Step = (telling: Telling, state: ShipmentState) => Promise<Stepped>;

/** The next call on the way to the goal, or null where it is reached (reference/amazon-seller-flex.md 6.3). */
export function nextStep(
	{ update, told }: Telling,
	state: ShipmentState,
	goal: Stage,
): Step | null {
	const { stage, memo } = state;
	if (isBefore(stage, 'CONFIRMED')) return confirm;
	if (goal === 'CONFIRMED' || !isBefore(stage, 'SHIPPED')) return null;
	if (stage === 'CONFIRMED') return pack;
	const ours = update.parcels.map((parcel) => ({ parcel, one: packageFor(update, state, parcel) }));
	const at = (from: Stage, to: Stage) =>
		ours.filter(({ one }) => !isBefore(one.stage, from) && isBefore(one.stage, to));
	const [slotless] = at('PACKAGE_CREATED', 'PICKUP_SLOT_RETRIEVED');
	if (slotless) return retrieveSlot(slotless.one);
	const isInvoiceDue = memo.isInvoiced && at('PACKAGE_CREATED', 'INVOICE_GENERATED').length > 0;
	if (isInvoiceDue) return makeInvoice;
	const bare = at('PACKAGE_CREATED', 'SHIPLABEL_GENERATED');
	if (bare.length > 0) return label('GENERATE', bare);
	if (goal === 'SHIPLABEL_GENERATED') {
		const untold = ours.filter(({ parcel }) => !told.has(parcel.parcel));
		return untold.length > 0 ? label('REGENERATE', untold) : null;
	}
	const [standing] = at('SHIPLABEL_GENERATED', 'SHIPPED');
	return standing ? ship(standing.one) : null;
}

interface Packed {
	readonly parcel: UpdateParcel;
	readonly one: Package;
}

/** Under the hub's own ID; the only package of the only parcel whoever packed it. */
function packageFor(
	{ parcels, number }: ChannelUpdate,
	{ packages }: ShipmentState,
	parcel: UpdateParcel,
): Package {
	const [only] = packages;
	const isOnly = packages.length === 1 && parcels.length === 1;
	const found = packages.find(({ id }) => id === packageId(parcel)) ?? (isOnly ? only : undefined);
	if (found !== undefined) return found;
	throw refused(
		`amazonSellerFlex: order ${number} is packed otherwise on Amazon, as ${packages.map(({ id }) => id).join(', ') || 'no package that it names'}. Print its labels in Seller Flex.`,
	);
}

const movedOn = (state: ShipmentState, stage: Stage, ids?: readonly string[]): ShipmentState => {
	const packages = state.packages.map((one) =>
		ids === undefined || ids.includes(one.id) ? { ...one, stage } : one,
	);
	const isWhole = packages.every((one) => one.stage === stage);
	return { ...state, packages, stage: isWhole ? stage : state.stage };
};

const confirm: Step = async (telling, state) => {
	const { update, done } = telling;
	const answer = await attempt(
		telling.http,
		requests.confirm(update.order),
		`order ${update.number}`,
	);
	if ('refusal' in answer) return answer;
	done.push('confirmed');
	return { ...state, stage: 'CONFIRMED' };
};

const pack: Step = async (telling, state) => {
	const { update, done, now } = telling;
	const packages = packagesOf(update, state.memo, now);
	if ('outcome' in packages) return packages;
	const request = requests.createPackages(update.order, packages);
	const answer = await attempt(telling.http, request, `the packages of order ${update.number}`);
	if ('refusal' in answer) return answer;
	const ids = packages.map(({ id }) => id);
	done.push(`packed as ${ids.join(', ')}`);
	const stage = 'PACKAGE_CREATED';
	return { ...state, stage, packages: ids.map((id) => ({ id, stage })) };
};

/** Seller Flex has no slots to choose from, and yet the call is part of the way. */
const retrieveSlot =
	({ id }: Package): Step =>
	async (telling, state) => {
		const { order, number } = telling.update;
		const what = `the pickup slot of package ${id} of order ${number}`;
		const answer = await attempt(telling.http, requests.shippingOptions(order, id), what);
		return 'refusal' in answer ? answer : movedOn(state, 'PICKUP_SLOT_RETRIEVED', [id]);
	};

const makeInvoice: Step = async (telling, state) => {
	const { update, done } = telling;
	const request = requests.generateInvoice(update.order);
	const answer = await attempt(telling.http, request, `the invoice of order ${update.number}`);
	if ('refusal' in answer) return answer;
	done.push('invoice made');
	return movedOn(state, 'INVOICE_GENERATED');
};

const mostLabelTries = 2;

const label =
	(operation: 'GENERATE' | 'REGENERATE', packed: readonly Packed[]): Step =>
	async (telling, state) => {
		const { http, update, done, told } = telling;
		const ids = packed.map(({ one }) => one.id);
		const request = requests.shipLabels(update.order, operation, ids);
		const answer = await attempt(telling.http, request, `the labels of order ${update.number}`);
		if ('refusal' in answer) return answer;
		const { made, late } = labelsIn(answer.body, ids, update.number);
		for (const { parcel, one } of packed) {
			const labelled = made.get(one.id);
			if (labelled === undefined) continue;
			const { tracking, address } = labelled;
			if (operation === 'GENERATE') done.push(`labelled ${one.id} with ${tracking.number}`);
			const file = await labelFile(http, address, one.id);
			told.set(parcel.parcel, { parcel: parcel.parcel, tracking, label: file });
		}
		telling.labelTries++;
		if (late.size > 0 && telling.labelTries >= mostLabelTries) throw tooLate(update, late);
		return operation === 'GENERATE'
			? movedOn(state, 'SHIPLABEL_GENERATED', [...made.keys()])
			: state;
	};

const tooLate = ({ number }: ChannelUpdate, late: ReadonlyMap<string, string>) =>
	new Failure(
		'unavailable',
		`amazonSellerFlex: Amazon has made no label yet for ${[...late].map(([id, words]) => `package ${id} (${words})`).join(', ')} of order ${number}. Try again later.`,
	);

/** A live account may want the form of the older model (reference/amazon-seller-flex.md 6.4). */
const ship =
	({ id }: Package): Step =>
	async (telling, state) => {
		const { update, done } = telling;
		const what = `package ${id} of order ${update.number}`;
		const first = await attempt(telling.http, requests.shipPackage(update.order, id), what);
		const isForm = 'refusal' in first && first.refusal.status === 400;
		const answer = isForm
			? await attempt(telling.http, requests.shipPackageByBody(update.order, id), what)
			: first;
		if ('refusal' in answer) return answer;
		done.push(`shipped ${id}`);
		return movedOn(state, 'SHIPPED', [id]);
	};
