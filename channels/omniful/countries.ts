const names = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });

/** Omniful wants a name; what is no code is one already. */
export const countryNamed = (country: string): string =>
	(/^[A-Z]{2}$/.test(country) ? names.of(country) : undefined) ?? country.trim();
