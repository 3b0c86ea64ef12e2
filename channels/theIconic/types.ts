/**
 * What SellerCenter says, only the fields that are read (reference/the-iconic-sellercenter.md 5 to 8). Much that is documented as
 * always there is null or missing in live data. Values that nobody knew pass through.
 */
export interface IconicOrder {
	readonly id: number;
	readonly number: string;
	readonly customer: IconicName | null;
	readonly address: IconicAddresses | null;
	readonly currency: string;
	/** What was paid in all, with fees; numbers in major units. */
	readonly grandTotal: number | null;
	readonly unitPriceSumWithFees: number | null;
	readonly paymentMethod: string | null;
	readonly createdAt: string;
	readonly updatedAt: string | null;
	readonly items: readonly IconicItem[];
}

export interface IconicName {
	readonly firstName: string | null;
	readonly lastName: string | null;
}

export interface IconicAddresses {
	readonly shipping: IconicAddress | null;
	readonly billing: IconicAddress | null;
}

/** `#####` stands for what the marketplace keeps to itself. */
export interface IconicAddress extends IconicName {
	readonly phone: readonly string[] | null;
	/** Five lines, some of them empty. */
	readonly address: readonly string[] | null;
	readonly email: string | null;
	readonly city: string | null;
	readonly ward: string | null;
	readonly region: string | null;
	readonly postCode: string | null;
	/** A name, not a code. */
	readonly country: string | null;
}

/** One unit. */
export interface IconicItem {
	readonly id: number;
	readonly status: string;
	readonly isProcessable: boolean | null;
	readonly product: IconicItemProduct;
	readonly unitPrice: number | null;
	readonly paidPrice: number | null;
	readonly taxAmount: number | null;
	readonly taxPercent: number | null;
	readonly shipment: IconicShipment | null;
	/** What the channel lets the seller do next. */
	readonly actions: readonly string[] | null;
	readonly updatedAt: string | null;
	readonly lastStatusChangedAt: string | null;
}

export interface IconicItemProduct {
	readonly name: string | null;
	readonly variation: string | null;
	readonly sellerSku: string;
}

export interface IconicShipment {
	readonly type: string | null;
	readonly crossdockingDeliveryType: string | null;
	readonly provider: IconicProviderName | null;
	readonly preProvider: IconicProviderName | null;
	readonly providerPreselected: boolean | null;
	readonly trackingCode: string | null;
	readonly preTrackingCode: string | null;
}

export interface IconicProviderName {
	readonly name: string | null;
	readonly trackingUrl: string | null;
}

export interface IconicList {
	readonly items: readonly unknown[];
	readonly pagination: IconicPagination | null;
}

/** Orders say whether there is more, other lists how many there are in all. */
export interface IconicPagination {
	readonly hasNext: boolean | null;
	readonly totalCount: number | null;
}

export interface IconicSeller {
	readonly id: number;
	readonly name: string | null;
	readonly companyName: string | null;
	readonly shortCode: string | null;
}

export interface IconicProvider {
	readonly name: string;
	readonly default: boolean | null;
	/** False: the seller has to say the tracking number. */
	readonly apiIntegrationAvailable: boolean | null;
	readonly status: boolean | null;
}

export interface IconicReason {
	readonly type: string;
	readonly name: string;
}

export interface IconicProductSet {
	readonly id: number;
	readonly name: string | null;
}

/** One size: what is sold. */
export interface IconicProduct {
	readonly id: number;
	readonly sellerSku: string;
	readonly name: string | null;
	readonly variation: string | null;
	readonly status: string | null;
}

export interface IconicStock {
	readonly sellerSku: string;
	readonly quantity: number;
}

/** A figure that was refused. */
export interface IconicRefusedStock {
	readonly productId: number;
}

/** What a change of status was done for. */
export interface IconicConfirmed {
	readonly orderItemIds: readonly number[];
}

export interface IconicExport {
	readonly uuid: string;
}

export interface IconicFile {
	readonly processStatus: string;
}
