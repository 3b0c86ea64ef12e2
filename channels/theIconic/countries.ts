/** Where the marketplaces on this software sell, and what else an address of theirs may name: they write names, not codes. */
const codes: Readonly<Record<string, string>> = {
	australia: 'AU',
	'new zealand': 'NZ',
	'norfolk island': 'NF',
	'christmas island': 'CX',
	'cocos (keeling) islands': 'CC',
	'hong kong': 'HK',
	indonesia: 'ID',
	malaysia: 'MY',
	philippines: 'PH',
	singapore: 'SG',
	taiwan: 'TW',
	brazil: 'BR',
	chile: 'CL',
	colombia: 'CO',
	germany: 'DE',
	'united kingdom': 'GB',
	'united states': 'US',
};

/** In two letters where they are known, else the channel's own word. */
export function countryIn(name: string): string {
	const known = codes[name.toLowerCase()];
	return known ?? (/^[a-z]{2}$/i.test(name) ? name.toUpperCase() : name);
}
