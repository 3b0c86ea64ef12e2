/**
 * What Babyshop says, only the fields that are read (reference/babyshop-vinculum.md 7 to 10). Nearly all of it is text, numbers and
 * codes too; what is absent is null, '' or missing. Values that nobody knew pass through.
 */
export interface BabyshopRow {
	readonly orderNo: string;
	readonly orderStatus: string;
	readonly orderDate: string;
	readonly orderLastUpdateDate: string;
}

export interface BabyshopOrder extends BabyshopRow {
	readonly masterOrderNo: string | null;
	readonly onHold: string | null;
	readonly priority: string | null;
	/** Both only in newer versions of the API. */
	readonly sla: string | null;
	readonly sellerId: string | null;
	readonly orderAmount: string;
	readonly orderCurrency: string;
	readonly paymentMethod: string | null;
	readonly customerName: string | null;
	readonly billToName: string | null;
	readonly email: string | null;
	readonly phone: string | null;
	readonly address1: string | null;
	readonly address2: string | null;
	readonly address3: string | null;
	readonly city: string | null;
	readonly state: string | null;
	readonly pinCode: string | null;
	readonly countryCode: string | null;
	readonly orderItems: readonly BabyshopLine[];
}

export interface BabyshopLine {
	/** Spelled in one of the two ways. */
	readonly lineno: string;
	readonly lineNo: string;
	readonly skuCode: string;
	readonly skuName: string | null;
	readonly orderQty: string;
	readonly cancelledQty: string | null;
	readonly lineAmount: string | null;
	readonly unitPrice: string;
	readonly lineStatus: string | null;
	readonly invoiceNo: string | null;
	readonly transName: string | null;
	readonly awbNo: string | null;
}

export interface BabyshopInvoiceItem {
	readonly orderStatus: string;
	readonly lineNo: string;
	readonly lineTransporterName: string | null;
	readonly lineTrackingNo: string | null;
}

export interface BabyshopProduct {
	readonly sku: string;
	readonly vendorSkuCode: string | null;
	readonly skuName: string | null;
}

/** A figure of stock while the marketplace decides whether it takes it. */
export interface BabyshopModeration {
	readonly moderationId: string | null;
	readonly sku: string | null;
	readonly requestedInvQty: string | null;
	/** Null until it is decided. */
	readonly approvedInvQty: string | null;
	/** `Pending` is the only value that is published. */
	readonly status: string | null;
}
