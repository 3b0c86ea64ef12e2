/** Australian states as Shopify calls them (reference/shopify.md 9). */
const australian: Readonly<Record<string, string>> = {
	'australian capital territory': 'ACT',
	'new south wales': 'NSW',
	'northern territory': 'NT',
	queensland: 'QLD',
	'south australia': 'SA',
	tasmania: 'TAS',
	victoria: 'VIC',
	'western australia': 'WA',
};

/** The code of a region, or null where only its name is known. */
export function provinceCode(country: string, region: string | null): string | null {
	const name = region?.trim() ?? '';
	if (/^[A-Z]{2,3}$/.test(name)) return name;
	return country === 'AU' ? (australian[name.toLowerCase()] ?? null) : null;
}

const callingCodes: Readonly<Record<string, string>> = { AU: '61', NZ: '64' };

/** In E.164, or null where it cannot be said for sure: Shopify would refuse the order. */
export function phoneNumber(country: string, phone: string | null): string | null {
	const digits = (phone ?? '').replace(/[\s().-]/g, '');
	const code = callingCodes[country];
	const whole = code === undefined ? digits : digits.replace(/^0(?=\d)/, `+${code}`);
	return /^\+[1-9]\d{7,14}$/.test(whole) ? whole : null;
}
