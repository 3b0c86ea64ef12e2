/** What Omniful says, only the fields that are read (reference/omniful.md 1). Times are ISO 8601; 0001-01-01 is none. */
export interface OmnifulAddress {
	readonly first_name: string | null;
	readonly last_name: string | null;
	readonly address1: string | null;
	readonly address2: string | null;
	readonly area: string | null;
	readonly district: string | null;
	readonly city: string | null;
	readonly state: string | null;
	readonly zip: string | null;
	readonly country: string | null;
	readonly country_code: string | null;
	readonly phone: string | null;
}

export interface OmnifulItem {
	readonly item_id: string | null;
	readonly sku_code: string;
	readonly name: string | null;
	readonly quantity: number;
	/** Of an order that has left: so many of them. */
	readonly packed_quantity: number | null;
	readonly selling_price: number;
}

export interface OmnifulShipment {
	readonly awb_number: string | null;
	/** Where the label is. */
	readonly awb_label: string | null;
	readonly tracking_url: string | null;
	readonly shipping_partner_name: string | null;
	readonly delivery_status: string | null;
}

export interface OmnifulField {
	readonly key: string;
	readonly value: string;
}

export interface OmnifulOrder {
	/** Omniful's own. */
	readonly id: string | null;
	readonly omniful_order_id: string | null;
	/** As the channel gave it. */
	readonly order_id: string;
	readonly order_alias: string | null;
	readonly status_code: string;
	/** Missing from rows of lists. */
	readonly hub_code: string | null;
	readonly order_created_at: string;
	readonly updated_at: string;
	readonly payment_method: string | null;
	readonly cancel_reason: string | null;
	readonly external_fields: readonly OmnifulField[] | null;
	readonly labels: readonly string[] | null;
	readonly shipping_address: OmnifulAddress | null;
	readonly customer: {
		readonly first_name: string | null;
		readonly last_name: string | null;
		readonly email: string | null;
		readonly mobile: string | null;
	} | null;
	readonly invoice: { readonly currency: string; readonly total: number };
	readonly shipment: OmnifulShipment | null;
	readonly order_items: readonly OmnifulItem[];
}

export interface OmnifulStockRow {
	readonly hub_code: string;
	readonly sku_code: string;
	readonly available_quantity: number;
	readonly quantity_on_hand: number;
	readonly quantity_reserved: number;
}

export interface OmnifulSku {
	readonly sku_code: string;
	readonly name: string | null;
	readonly status: string | null;
}

export interface OmnifulHub {
	readonly code: string;
	readonly name: string | null;
	readonly is_active: boolean | null;
}

export interface OmnifulSeller {
	readonly code: string;
	readonly name: string | null;
	readonly email: string | null;
	readonly is_active: boolean | null;
}

export interface OmnifulIntegration {
	readonly name: string | null;
	readonly sales_channel_tag: string | null;
	readonly is_active: boolean | null;
}

export interface OmnifulReturn {
	readonly id: string;
	readonly return_order_id: string | null;
	readonly order_id: string | null;
	readonly status: string | null;
	readonly hub_code: string | null;
	readonly updated_at: string | null;
}

export interface OmnifulHook {
	readonly topic: string;
	readonly webhook_url: string | null;
	readonly is_enable: boolean | null;
	readonly custom_headers: readonly OmnifulField[] | null;
}

export interface OmnifulFailedSkus {
	readonly sku_codes: readonly string[];
	readonly reason: string | null;
}

export interface OmnifulMeta {
	readonly has_next_page: boolean | null;
	readonly end_cursor: string | null;
	readonly current_page: number | null;
	readonly last_page: number | null;
}

/** The envelope; `data` is a list or one thing. */
export interface OmnifulAnswer<Data> {
	readonly is_success: boolean;
	readonly data: Data;
	readonly meta: OmnifulMeta | null;
}
