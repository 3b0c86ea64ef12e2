import { checkPackages } from './packageChecks';
import { packageShape, packagesShape } from './packageShape';
import { parsed } from './parsed';
import { epochOf } from './placing';
import { duplicate, invalid, notFound, wrongState } from './refused';
import { type KeptPackage, type PackageStage, type Shipment, staged } from './shipment';
import type { Change } from './shipments';
import { isBefore } from './statuses';

export const packageOf = ({ packages }: Shipment, packageId: string): KeptPackage => {
	const kept = packages.find(({ sent }) => sent.id === packageId);
	if (!kept) throw notFound('packageId', packageId);
	return kept;
};

/** The shipment with one package at a later stage. */
export const at = (shipment: Shipment, kept: KeptPackage, stage: PackageStage): Shipment =>
	staged(
		shipment,
		shipment.packages.map((one) => (one === kept ? { ...one, stage } : one)),
	);

const checkTime = ({ id, draft }: Shipment, now: number) => {
	const earliest = draft.earliestPackDateTime;
	if (earliest && now < epochOf(earliest)) {
		throw wrongState(`Shipment '${id}' must not be packed before ${earliest}`);
	}
};

export const packed =
	(body: unknown): Change =>
	(shipment, { now }) => {
		const { packages } = parsed(packagesShape, body);
		const { id, status } = shipment;
		if (status === 'CANCELLED' || isBefore(status, 'CONFIRMED')) {
			throw wrongState(`Shipment '${id}' in status ${status} takes no packages`);
		}
		if (status !== 'CONFIRMED') throw duplicate(`Shipment '${id}' has packages already`);
		checkTime(shipment, now);
		checkPackages(shipment, packages);
		return staged(
			shipment,
			packages.map((sent) => ({ sent, stage: 'PACKAGE_CREATED', label: null })),
		);
	};

/** "Allowed until the label exists", and takes the slot along (reference/amazon-seller-flex.md 6.3). */
export const repacked =
	(packageId: string, body: unknown): Change =>
	(shipment) => {
		const sent = parsed(packageShape, body);
		const kept = packageOf(shipment, packageId);
		if (sent.id !== packageId) throw invalid(`the package in the body must be '${packageId}'`);
		if (shipment.status === 'CANCELLED' || kept.label) {
			throw wrongState(`Package '${packageId}' cannot be changed any more`);
		}
		const packages = shipment.packages.map((one) => (one === kept ? { ...one, sent } : one));
		checkPackages(
			shipment,
			packages.map((one) => one.sent),
		);
		const changed = { ...shipment, packages };
		return kept.stage === 'PACKAGE_CREATED'
			? at(changed, packageOf(changed, packageId), 'PICKUP_SLOT_RETRIEVED')
			: changed;
	};

/** The call belongs to the way although a Seller Flex node gets no options (reference/amazon-seller-flex.md 6.3). */
export const slotRetrieved =
	(packageId: string | undefined): Change =>
	(shipment) => {
		if (!packageId) throw invalid('packageId is required');
		const kept = packageOf(shipment, packageId);
		if (shipment.status === 'CANCELLED') {
			throw wrongState(`Shipment '${shipment.id}' is cancelled`);
		}
		return kept.stage === 'PACKAGE_CREATED'
			? at(shipment, kept, 'PICKUP_SLOT_RETRIEVED')
			: shipment;
	};
