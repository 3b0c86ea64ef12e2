import { SandboxRefusal } from '../wire';
import { labelled } from './label';
import { type PackageStage, type Shipment, wholePackage } from './shipment';
import type { ChangeContext } from './shipments';
import { type Progress, isBefore, stageOf } from './statuses';
import type { AmazonCancellation, AmazonShipmentAdvance, Cause } from './types';

const isPackageStage = (status: Progress): status is PackageStage =>
	!isBefore(status, 'PACKAGE_CREATED');

/** Whose doing it is: the carrier scans and delivers. */
export const causeOf = ({ status, subStatus }: AmazonShipmentAdvance): Cause =>
	subStatus || (status && !isBefore(status, 'SHIPPED')) ? 'carrier' : 'amazon';

const packagesAt = (shipment: Shipment, stage: PackageStage, context: ChangeContext) => {
	const packages =
		shipment.packages.length > 0
			? shipment.packages
			: [{ sent: wholePackage('AMZN-1', shipment), stage, label: null }];
	return packages.map((kept) =>
		isBefore(stage, 'SHIPLABEL_GENERATED') || kept.label
			? { ...kept, stage }
			: labelled({ ...kept, stage }, context, 'amazon'),
	);
};

const moved = (shipment: Shipment, status: Progress, context: ChangeContext): Shipment => {
	if (shipment.status === 'CANCELLED' || stageOf(status) <= stageOf(shipment.status)) {
		throw new SandboxRefusal(
			`shipment ${shipment.id} is ${shipment.status} and does not become ${status}`,
		);
	}
	return isPackageStage(status)
		? { ...shipment, status, packages: packagesAt(shipment, status, context) }
		: { ...shipment, status };
};

/** A scan says so in the sub-status as well. */
const scans: Readonly<Partial<Record<Progress, string>>> = {
	SHIPPED: 'PICKED_UP',
	DELIVERED: 'DELIVERED',
};

/** Amazon's own screen and the carrier go on from wherever the shipment is (reference/amazon-seller-flex.md 13). */
export const advanced = (
	shipment: Shipment,
	context: ChangeContext,
	{ status, subStatus, reason, overrides }: AmazonShipmentAdvance,
): Shipment => ({
	...(status ? moved(shipment, status, context) : shipment),
	subStatus: subStatus ?? (status && scans[status]) ?? shipment.subStatus,
	reason: reason ?? shipment.reason,
	overrides: overrides === undefined ? shipment.overrides : overrides,
});

/** "Any state before hand-over" (reference/amazon-seller-flex.md 6.3). */
export const cancelledByAmazon = (
	shipment: Shipment,
	{ now }: ChangeContext,
	{ type = 'MARKETPLACE_CANCELLED', reason }: AmazonCancellation,
): Shipment => {
	if (shipment.cancelled || !isBefore(shipment.status, 'SHIPPED')) {
		throw new SandboxRefusal(`shipment ${shipment.id} is ${shipment.status}: nothing to cancel`);
	}
	const cancelled = { type, reason: reason ?? null, referenceId: null, at: now };
	return { ...shipment, status: 'CANCELLED', cancelled };
};
