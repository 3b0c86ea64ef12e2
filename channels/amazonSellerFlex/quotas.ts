import type { NamedQuota } from '../../domain/quota';

/** One call at a time: how many Amazon takes at once is not known where it is not named here (reference/amazon-seller-flex.md 6, 17). */
const each = (name: string, perMs: number): NamedQuota => ({ name, calls: 1, perMs });

/** Amazon counts by operation, for the app and the seller together (reference/amazon-seller-flex.md 3.5, 6, 10). */
export const quotas = {
	getMarketplaceParticipations: {
		name: 'getMarketplaceParticipations',
		calls: 15,
		perMs: 15 * 62_500,
	},
	getShipments: each('getShipments', 500),
	getShipment: each('getShipment', 500),
	processShipment: each('processShipment', 1_000),
	createPackages: each('createPackages', 1_000),
	updatePackageStatus: each('updatePackageStatus', 1_000),
	retrieveShippingOptions: each('retrieveShippingOptions', 1_000),
	generateInvoice: each('generateInvoice', 1_000),
	retrieveInvoice: each('retrieveInvoice', 1_000),
	generateShipLabels: each('generateShipLabels', 1_000),
	batchInventory: { name: 'batchInventory', calls: 50, perMs: 1_000 },
} as const satisfies Record<string, NamedQuota>;
