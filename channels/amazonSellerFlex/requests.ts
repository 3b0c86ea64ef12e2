import type { Instant } from '../../domain/instant';
import type { HttpRequest } from '../connector';
import { quotas } from './quotas';

/** The most that Amazon gives on one page (reference/amazon-seller-flex.md 6.1). */
export const pageLimit = 100;

const shipmentsPath = '/externalFulfillment/2024-09-11/shipments';

const at = (id: string, ...further: readonly string[]) =>
	[shipmentsPath, ...[id, ...further].map(encodeURIComponent)].join('/');

export interface ShipmentsAsked {
	readonly status: string;
	readonly marketplaceId: string;
	/** Null for every location. */
	readonly locationId: string | null;
	readonly lastUpdatedAfter: Instant | null;
	readonly maxResults: number;
	/** Goes with the same question that the page before answered. */
	readonly token: string | null;
}

/**
 * The location says the program: a Seller Flex node is Amazon's own warehouse. No `channelName` is asked for, since what it
 * leaves out nobody would ever see; the mapper says what it does not take.
 */
export const shipments = (asked: ShipmentsAsked): HttpRequest => ({
	method: 'GET',
	path: shipmentsPath,
	query: {
		status: asked.status,
		marketplaceId: asked.marketplaceId,
		...(asked.locationId !== null && { locationId: asked.locationId }),
		...(asked.lastUpdatedAfter !== null && { lastUpdatedAfter: asked.lastUpdatedAfter }),
		maxResults: String(asked.maxResults),
		...(asked.token !== null && { paginationToken: asked.token }),
	},
	quota: quotas.getShipments,
});

export const shipment = (id: string): HttpRequest => ({
	method: 'GET',
	path: at(id),
	quota: quotas.getShipment,
});

const process = (id: string, operation: string, body?: unknown): HttpRequest => ({
	method: 'POST',
	path: at(id),
	query: { operation },
	...(body !== undefined && { body }),
	writes: true,
	quota: quotas.processShipment,
});

export const confirm = (id: string) => process(id, 'CONFIRM');

export interface Rejection {
	/** The same again when it is sent again. */
	readonly referenceId: string;
	readonly reason: 'OUT_OF_STOCK' | 'CUSTOMER_REQUESTED';
	/** All of the shipment: Amazon takes no part of one. */
	readonly lines: readonly string[];
}

/** With the quantity that all of Amazon's examples have (reference/amazon-seller-flex.md 7). */
export const reject = (id: string, { referenceId, reason, lines }: Rejection) =>
	process(id, 'REJECT', {
		referenceId,
		lineItems: lines.map((line) => ({ lineItem: { id: line, quantity: 0 }, reason })),
	});

/** As in reference/amazon-seller-flex.md 6.4. */
export interface PackageToMake {
	readonly id: string;
	readonly dimensions: Readonly<
		Record<'length' | 'width' | 'height', { readonly value: string; readonly dimensionUnit: 'CM' }>
	>;
	readonly weight: { readonly value: string; readonly weightUnit: 'G' };
	readonly packageLineItems: readonly {
		readonly packageLineItemId: string;
		readonly quantity: number;
		readonly countryOfOrigin?: string;
		readonly itemValue?: { readonly value: string; readonly currencyCode: string };
	}[];
	readonly hazmatLabels?: readonly string[];
}

export const createPackages = (id: string, packages: readonly PackageToMake[]): HttpRequest => ({
	method: 'POST',
	path: at(id, 'packages'),
	body: { packages },
	writes: true,
	quota: quotas.createPackages,
});

/** Asks, and moves the shipment on (reference/amazon-seller-flex.md 6.3). */
export const shippingOptions = (id: string, packageId: string): HttpRequest => ({
	method: 'GET',
	path: at(id, 'shippingOptions'),
	query: { packageId },
	writes: true,
	quota: quotas.retrieveShippingOptions,
});

export const generateInvoice = (id: string): HttpRequest => ({
	method: 'POST',
	path: at(id, 'invoice'),
	writes: true,
	quota: quotas.generateInvoice,
});

export const invoice = (id: string): HttpRequest => ({
	method: 'GET',
	path: at(id, 'invoice'),
	quota: quotas.retrieveInvoice,
});

/** Of a node of Seller Flex: it has no shipping option to choose from, and no carrier of its own (reference/amazon-seller-flex.md 6.4). */
export const shipLabels = (
	id: string,
	operation: 'GENERATE' | 'REGENERATE',
	packageIds: readonly string[],
): HttpRequest => ({
	method: 'PUT',
	path: at(id, 'shipLabels'),
	query: { operation },
	body: { packageIds },
	writes: true,
	quota: quotas.generateShipLabels,
});

const packageStatus = (id: string, packageId: string): Omit<HttpRequest, 'body'> => ({
	method: 'PATCH',
	path: at(id, 'packages', packageId),
	writes: true,
	quota: quotas.updatePackageStatus,
});

/** The form for Seller Flex, since revision 713565ff of Amazon's model. */
export const shipPackage = (id: string, packageId: string): HttpRequest => ({
	...packageStatus(id, packageId),
	query: { status: 'SHIPPED' },
	body: {},
});

/** The form of the revision before it. */
export const shipPackageByBody = (id: string, packageId: string): HttpRequest => ({
	...packageStatus(id, packageId),
	body: { status: 'SHIPPED' },
});

/** What Amazon handed out the address of. */
export const document = (address: string): HttpRequest => ({
	method: 'GET',
	path: '',
	document: address,
});

export const participations = (): HttpRequest => ({
	method: 'GET',
	path: '/sellers/v1/marketplaceParticipations',
	quota: quotas.getMarketplaceParticipations,
});
