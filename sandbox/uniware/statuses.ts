/** Of what is sold; the complete list is not public (reference/uniware-oker.md 3). */
export type ItemStatus =
	| 'CREATED'
	| 'FULFILLABLE'
	| 'UNFULFILLABLE'
	| 'PICKING_FOR_INVOICING'
	| 'DISPATCHED'
	| 'DELIVERED'
	| 'CANCELLED'
	| 'RETURN_REQUESTED'
	| 'RETURNED';

export type PackageStatus =
	| 'CREATED'
	| 'PICKING'
	| 'PICKED'
	| 'PACKED'
	| 'READY_TO_SHIP'
	| 'MANIFESTED'
	| 'DISPATCHED'
	| 'SHIPPED'
	| 'DELIVERED'
	| 'CANCELLED'
	| 'RETURN_EXPECTED'
	| 'RETURNED';

export type OrderStatus =
	| 'PENDING_VERIFICATION'
	| 'CREATED'
	| 'PROCESSING'
	| 'COMPLETE'
	| 'CANCELLED';

/** Before it has left: it takes stock, and can still be cancelled. */
export const isOpen = (status: ItemStatus) =>
	['CREATED', 'FULFILLABLE', 'UNFULFILLABLE', 'PICKING_FOR_INVOICING'].includes(status);

export const hasLeft = (status: ItemStatus) => !isOpen(status) && status !== 'CANCELLED';

/** What has no invoice yet (reference/uniware-oker.md 3). */
export const isUninvoiced = (status: PackageStatus) =>
	['CREATED', 'PICKING', 'PICKED'].includes(status);

/** From where dispatch can be forced (reference/uniware-oker.md 3). */
export const isInHouse = (status: PackageStatus) =>
	isUninvoiced(status) || ['PACKED', 'READY_TO_SHIP', 'MANIFESTED'].includes(status);
