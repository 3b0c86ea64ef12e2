/** The numbers beside the names; they are not unique (reference/uniware-oker.md 1.3). Those that are not listed there are guesses. */
const codes: Readonly<Record<string, number>> = {
	INVALID_REQUEST: 1000,
	INVALID_ADDRESS_REFERENCE: 1003,
	INVALID_ITEM_TYPE: 10001,
	INVALID_CATEGORY_CODE: 10002,
	INVALID_CUSTOM_FIELD: 10054,
	INVOICE_NOT_GENERATED: 10056,
	INVALID_SHIPPING_METHOD: 20001,
	INVALID_PACKAGE_STATE: 20003,
	SHIPPING_PROVIDER_MISMATCH_PACKAGE_TO_MANIFEST: 20007,
	SALE_ORDER_IS_ON_HOLD: 20009,
	INVALID_SHIPPING_PACKAGE_CODE: 20012,
	INVALID_SHIPPING_MANIFEST_CODE: 20015,
	INVALID_SHIPPING_PACKAGE_STATE: 20050,
	INVALID_SHELF_CODE: 30003,
	DUPLICATE_SALE_ORDER: 40001,
	DUPLICATE_SALE_ORDER_ITEM: 40002,
	INVALID_SALE_ORDER_CODE: 40005,
	SALE_ORDER_ITEM_ALREADY_CANCELLED: 40006,
	SALE_ORDER_ITEM_DISPATCHED: 40007,
	SALE_ORDER_ALL_ITEMS_ARE_DISPATCHED: 40009,
	INVALID_SALE_ORDER_ITEM_CODE: 40010,
	INVALID_STATE_CODE: 40011,
	INVALID_COUNTRY_CODE: 40012,
	MISSING_SALE_ORDER_ITEMS: 40013,
	INVALID_SALE_ORDER_ITEM_STATE: 40014,
	INVALID_SALE_ORDER_STATE: 40015,
	INVALID_CURRENCY_CODE: 40020,
	BILLING_SHIPPING_ADDRESS_REQUIRED_FOR_FACILITY: 40023,
	PREPAID_AMOUNT_MISMATCH: 40024,
	INVENTORY_NOT_FOUND_AT_EXPECTED_LOCATION: 60003,
	REVERSE_PICKUP_ALREADY_CREATED_FOR_THIS_ITEM: 90002,
	INVALID_REVERSE_PICKUP_CODE: 90003,
	SHIPPING_PROVIDER_NOT_YET_ALLOCATED: 100021,
	INVALID_CHANNEL_CODE: 100050,
	SKU_NOT_MAPPED: 100205,
	UNABLE_TO_DOWNLOAD_LABEL: 100222,
	INVALID_FACILITY_CODE: 200001,
	INVALID_PAYMENT_METHOD: 200016,
};

/** A failure of the business, answered inside HTTP 200 (reference/uniware-oker.md 1.3). */
export class Refused extends Error {
	readonly code: number;

	constructor(
		/** What clients decide by. */
		override readonly name: string,
		readonly description: string,
		readonly fieldName: string | null = null,
	) {
		super(`${name}: ${description}`);
		this.code = codes[name] ?? 1;
	}
}

/** As an answer says it. */
export const errorRow = ({ name, code, description, fieldName }: Refused) => ({
	code,
	fieldName,
	description,
	message: name,
	errorParams: null,
});

/** A request in the wrong shape: that it is told like any failure is a guess. */
export const invalid = (description: string, fieldName: string | null = null) =>
	new Refused('INVALID_REQUEST', description, fieldName);

/** Why the work was refused; null where it was done. */
export const refusalOf = (work: () => void): Refused | null => {
	try {
		work();
		return null;
	} catch (error) {
		return error instanceof Refused ? error : new Refused('INTERNAL_ERROR', String(error));
	}
};
