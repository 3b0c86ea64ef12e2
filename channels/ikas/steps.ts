import type { ChannelUpdate, Tracking, UpdateParcel } from '../../domain/channelUpdate';
import type { Package, PackageTracking } from './orderState';

export const packageStatuses = [
	'READY_FOR_SHIPMENT',
	'FULFILLED',
	'DELIVERED',
	'UNABLE_TO_DELIVER',
] as const;

export type PackageStatus = (typeof packageStatuses)[number];

/** What the packages of a parcel are brought to. */
export interface Step {
	readonly parcel: UpdateParcel;
	readonly status: PackageStatus;
	/** Only the first step makes packages. */
	readonly isFirst: boolean;
	/** What a package that has left is told of again where it differs. */
	readonly renews: 'nothing' | 'number' | 'all';
}

/** What arrived, or came back, has left before: ikas hears that first (reference/ikas.md 11.2). */
export function stepsTo(
	goal: PackageStatus,
	{ effect }: ChannelUpdate,
	parcel: UpdateParcel,
): readonly Step[] {
	const renews = effect === 'tracking' ? 'all' : 'number';
	const first = { parcel, isFirst: true };
	if (goal === 'READY_FOR_SHIPMENT' || goal === 'FULFILLED') {
		return [{ ...first, status: goal, renews }];
	}
	return [
		{ ...first, status: 'FULFILLED', renews: 'nothing' },
		{ parcel, status: goal, isFirst: false, renews: 'nothing' },
	];
}

/** How far a package is. Which moves ikas permits is not documented, so none goes back. */
const stages: Readonly<Record<string, number>> = {
	PLANNED: 0,
	ERROR: 0,
	CANCEL_REQUESTED: 1,
	CANCEL_REJECTED: 1,
	READY_FOR_PICK_UP: 1,
	READY_FOR_SHIPMENT: 1,
	FULFILLED: 2,
	UNABLE_TO_DELIVER: 3,
	DELIVERED: 4,
};

/** Values that nobody knew count as not begun; ikas says if it cannot go on from there. */
const stageOf = (status: string): number =>
	stages[status] ?? (/^(RETURN|REFUND)/.test(status) ? 5 : 0);

export const hasLeft = ({ status }: Package): boolean => stageOf(status) >= stageOf('FULFILLED');

/** Whether the package has to be told. */
export function isDue({ status, parcel, renews }: Step, one: Package): boolean {
	if (stageOf(one.status) < stageOf(status)) return true;
	const isRenewed = one.status === status && status === 'FULFILLED' && renews !== 'nothing';
	return isRenewed && parcel.tracking !== null && isOther(parcel.tracking, one.tracking, renews);
}

/** What the hub does not know differs from nothing. */
function isOther(
	ours: Tracking,
	theirs: PackageTracking | null,
	renews: 'number' | 'all',
): boolean {
	if (ours.number !== theirs?.number) return true;
	const pairs = [
		[ours.carrier, theirs.carrier],
		[ours.url, theirs.url],
	] as const;
	return renews === 'all' && pairs.some(([our, their]) => our !== null && our !== their);
}
