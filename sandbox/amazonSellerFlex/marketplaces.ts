/** Everything that a marketplace is asked for (reference/amazon-seller-flex.md 2, 9). */
export interface Marketplace {
	readonly id: string;
	readonly country: string;
	readonly currency: string;
	readonly domain: string;
	/** Whether sellers upload their own VAT invoices there. */
	readonly takesInvoices: boolean;
}

const rows = [
	['A2EUQ1WTGCTBG2', 'CA', 'CAD', 'ca'],
	['ATVPDKIKX0DER', 'US', 'USD', 'com'],
	['A1AM78C64UM0Y8', 'MX', 'MXN', 'com.mx'],
	['A2Q3Y263D00KWC', 'BR', 'BRL', 'com.br'],
	['A28R8C7NBKEWEA', 'IE', 'EUR', 'ie'],
	['A1RKKUPIHCS9HS', 'ES', 'EUR', 'es'],
	['A1F83G8C2ARO7P', 'GB', 'GBP', 'co.uk'],
	['A13V1IB3VIYZZH', 'FR', 'EUR', 'fr'],
	['AMEN7PMS3EDWL', 'BE', 'EUR', 'com.be'],
	['A1805IZSGTT6HS', 'NL', 'EUR', 'nl'],
	['A1PA6795UKMFR9', 'DE', 'EUR', 'de'],
	['APJ6JRA9NG5V4', 'IT', 'EUR', 'it'],
	['A2NODRKZP88ZB9', 'SE', 'SEK', 'se'],
	['AE08WJ6YKNBMC', 'ZA', 'ZAR', 'co.za'],
	['A1C3SOZRARQ6R3', 'PL', 'PLN', 'pl'],
	['ARBP9OOSHTCHU', 'EG', 'EGP', 'eg'],
	['A33AVAJ2PDY3EV', 'TR', 'TRY', 'com.tr'],
	['A17E79C6D8DWNP', 'SA', 'SAR', 'sa'],
	['A2VIGQ35RCS4UG', 'AE', 'AED', 'ae'],
	['A21TJRUUN4KGV', 'IN', 'INR', 'in'],
	['A19VAU5U5O7RUS', 'SG', 'SGD', 'sg'],
	['A39IBJ37TRP1C6', 'AU', 'AUD', 'com.au'],
	['A1VC38T7YXB528', 'JP', 'JPY', 'co.jp'],
] as const;

const invoiceCountries = new Set<string>(['ES', 'GB', 'FR', 'DE', 'IT', 'NL', 'PL', 'SE']);

export const marketplaces: readonly Marketplace[] = rows.map(([id, country, currency, domain]) => ({
	id,
	country,
	currency,
	domain: `www.amazon.${domain}`,
	takesInvoices: invoiceCountries.has(country),
}));
