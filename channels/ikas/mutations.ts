import type { HttpRequest } from '../connector';
import { graphql, stateFields } from './requests';

/** A place of stock by the ids of ikas, and what is to be there. */
export interface StockWrite {
	readonly productId: string;
	readonly variantId: string;
	readonly stockLocationId: string;
	readonly stockCount: number;
}

/** Units of one line, by the line's id on ikas. */
export interface LineUnits {
	readonly orderLineItemId: string;
	readonly quantity: number;
}

/** What is not known is left out: ikas would take a null for an answer. */
export interface TrackingInput {
	readonly trackingNumber?: string;
	readonly trackingLink?: string;
	readonly cargoCompany?: string;
	readonly cargoCompanyId?: string;
}

export interface Fulfilment {
	readonly orderId: string;
	readonly lines: readonly LineUnits[];
	/** False: it has left. */
	readonly markAsReadyForShipment: boolean;
	readonly sourcePackageId?: string;
	readonly trackingInfoDetail?: TrackingInput;
}

export interface PackageMove {
	readonly packageId: string;
	readonly status: string;
	readonly sourceId?: string;
	readonly trackingInfo?: TrackingInput;
}

export interface LineCancel extends LineUnits {
	/** Of one unit, as it was paid. */
	readonly price: number;
	readonly restockItems: boolean;
}

const PUSH_STOCK =
	'mutation PushStock($input: SaveStockLocationsInput!) { saveProductStockLocations(input: $input) }';

/** The change of an order called `field`; answers the order as it is then. */
const change = (name: string, field: string, type: string) =>
	`mutation ${name}($input: ${type}!) { ${field}(input: $input) {${stateFields} } }`;

const FULFIL = change('Fulfil', 'fulfillOrder', 'FulFillOrderInput');

const MOVE_PACKAGES = change(
	'MovePackages',
	'updateOrderPackageStatus',
	'UpdateOrderPackageStatusInput',
);

const UNDO_PACKAGE = change('UndoPackage', 'cancelFulfillment', 'CancelFulfillmentInput');

const CANCEL_LINES = change('CancelLines', 'cancelOrderLine', 'CancelOrderLineInput');

const write = (mutation: string, input: unknown): HttpRequest => ({
	...graphql(mutation, { input }),
	writes: true,
});

export const pushStock = (rows: readonly StockWrite[]): HttpRequest =>
	write(PUSH_STOCK, { productStockLocationInputs: rows });

export const fulfil = (fulfilment: Fulfilment): HttpRequest => write(FULFIL, fulfilment);

export const movePackages = (orderId: string, packages: readonly PackageMove[]): HttpRequest =>
	write(MOVE_PACKAGES, { orderId, packages });

/** Takes the package apart; its lines are open again. */
export const undoPackage = (orderId: string, orderPackageId: string): HttpRequest =>
	write(UNDO_PACKAGE, { orderId, orderPackageId });

export const cancelLines = (orderId: string, orderLineItems: readonly LineCancel[]): HttpRequest =>
	write(CANCEL_LINES, { orderId, orderLineItems });
