/** What Amazon says, only the fields that are read (reference/amazon-seller-flex.md 6.2). Values that nobody knew pass through. */
export interface AmazonShipment {
	readonly id: string;
	readonly locationId: string;
	readonly status: string;
	readonly subStatus: string | null;
	readonly marketplaceAttributes: AmazonMarketplaceAttributes;
	readonly shipmentInfo: AmazonShipmentInfo;
	readonly shipmentRequirements: AmazonRequirements | null;
	readonly shippingInfo: AmazonShippingInfo | null;
	readonly charges: readonly AmazonCharge[] | null;
	readonly lineItems: readonly AmazonLine[];
	readonly packages: readonly AmazonPackage[] | null;
	readonly creationDateTime: string;
	readonly lastUpdatedDateTime: string;
	readonly earliestPackDateTime: string | null;
}

export interface AmazonMarketplaceAttributes {
	readonly marketplaceId: string;
	readonly channelName: string;
	readonly merchantId: string | null;
	/** Such as `PRIME`. */
	readonly customAttributes: readonly string[] | null;
}

export interface AmazonShipmentInfo {
	readonly buyerOrderId: string;
	readonly shipmentType: string | null;
	readonly priority: string | null;
	readonly paymentMethod: string | null;
	/** Epoch ms as text in Amazon's samples. */
	readonly orderPlacedTimestamp: string | null;
	readonly orderStatesEligibleForRejection: readonly string[] | null;
}

export interface AmazonRequirements {
	readonly invoice: AmazonRequirement | null;
}

export interface AmazonRequirement {
	readonly requirement: string;
}

export interface AmazonShippingInfo {
	readonly recommendedPackages: readonly AmazonRecommendedPackage[] | null;
}

export interface AmazonRecommendedPackage {
	readonly dimensions: AmazonDimensions;
	readonly weight: AmazonWeight;
	readonly lineItems: readonly { readonly lineItemId: string }[];
}

export interface AmazonDimensions {
	readonly length: AmazonDimension;
	readonly width: AmazonDimension;
	readonly height: AmazonDimension;
}

export interface AmazonDimension {
	readonly value: string;
	readonly dimensionUnit: string;
}

export interface AmazonWeight {
	readonly value: string;
	readonly weightUnit: string;
}

export interface AmazonLine {
	readonly shipmentLineItemId: string;
	readonly merchantSku: string;
	readonly numberOfUnits: number;
	readonly charges: readonly AmazonCharge[] | null;
	readonly cancellations: readonly AmazonCancellation[] | null;
	readonly complianceAttributes: AmazonCompliance | null;
	readonly giftAttributes: AmazonGift | null;
	readonly pieceType: string | null;
	readonly hazmatLabels: readonly string[] | null;
	readonly countryOfOrigin: string | null;
	readonly recommendedCountryOfOrigin: string | null;
	readonly recommendedCurrencyCode: string | null;
	readonly itemValue: AmazonAmount | null;
}

export interface AmazonCompliance {
	readonly serialNumberRequirement: string;
	readonly hazmatLabelsRequirement: string;
	readonly countryOfOriginRequirement: string;
	readonly itemValueRequirement: string;
}

export interface AmazonGift {
	readonly giftWrapRequirement: string;
	readonly giftMessagePresence: string;
}

export interface AmazonCancellation {
	readonly cancelledQuantity: number;
}

/** `totalCharge` is with tax, its `netAmount` after discounts. */
export interface AmazonCharge {
	readonly chargeType: string;
	readonly totalCharge: { readonly netAmount: AmazonAmount };
}

export interface AmazonAmount {
	/** A decimal number as text. */
	readonly value: string;
	readonly currencyCode: string;
}

export interface AmazonPackage {
	readonly id: string;
	readonly status: string | null;
}

export interface AmazonShipmentsPage {
	readonly shipments: readonly AmazonShipment[];
	readonly pagination: { readonly nextToken: string | null } | null;
}

export interface AmazonLabels {
	readonly packageShipLabelList: readonly AmazonLabel[];
}

export interface AmazonLabel {
	readonly packageId: string;
	/** `SUCCESS` or `FAILURE`: it may fail inside an answer that is good. */
	readonly status: string;
	readonly errorDetails: AmazonError | null;
	readonly shipLabelMetadata: { readonly carrierName: string; readonly trackingId: string };
	readonly fileData: { readonly url: string };
}

export interface AmazonInvoice {
	readonly document: { readonly format: string | null; readonly content: string };
}

export interface AmazonInventories {
	readonly responses: readonly AmazonInventory[];
}

export interface AmazonInventory {
	readonly status: { readonly statusCode: number; readonly reasonPhrase: string | null };
	readonly body: AmazonFigure | null;
}

export interface AmazonFigure {
	readonly locationId: string;
	readonly skuId: string;
	readonly sellableQuantity: number;
	readonly actionableErrors: readonly AmazonActionable[] | null;
}

export interface AmazonActionable {
	readonly errorType: string;
	readonly errorSubType: string | null;
}

export interface AmazonParticipations {
	readonly payload: readonly AmazonParticipation[];
}

export interface AmazonParticipation {
	readonly marketplace: { readonly id: string; readonly name: string };
	readonly participation: { readonly isParticipating: boolean };
	readonly storeName: string | null;
}

export interface AmazonError {
	readonly code: string;
	readonly message: string;
}

/** What a listing sells for, to one audience of one marketplace; all that is not named is kept as it is. */
export interface AmazonOffer {
	readonly marketplace_id: string;
	readonly currency: string;
	readonly audience: string;
	readonly our_price: readonly {
		readonly schedule: readonly { readonly value_with_tax: number }[];
	}[];
	readonly [other: string]: unknown;
}

export interface AmazonListing {
	readonly summaries: readonly {
		readonly marketplaceId: string;
		readonly productType: string;
	}[];
	readonly attributes: Readonly<Record<string, unknown>>;
}

export interface AmazonIssue {
	readonly code: string;
	readonly message: string;
	readonly severity: string;
	readonly sku: string | null;
}

export interface AmazonSubmission {
	readonly status: string;
	readonly issues: readonly AmazonIssue[];
}

export interface AmazonPriceReport {
	readonly issues: readonly AmazonIssue[];
}

export interface AmazonFeed {
	readonly feedId: string;
	readonly feedType: string;
	readonly createdTime: string;
	readonly processingStatus: string;
	readonly resultFeedDocumentId: string | null;
}

export interface AmazonFeeds {
	readonly feeds: readonly AmazonFeed[];
	readonly nextToken: string | null;
}

export interface AmazonFeedDocument {
	readonly feedDocumentId: string;
	readonly url: string;
	readonly compressionAlgorithm: string | null;
}

export interface AmazonFeedCreated {
	readonly feedId: string;
}
