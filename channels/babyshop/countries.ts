/** Where the marketplace sells and its sellers are: it writes three letters (reference/babyshop-vinculum.md 8.2). */
const codes: Readonly<Record<string, string>> = {
	ARE: 'AE',
	SAU: 'SA',
	KWT: 'KW',
	BHR: 'BH',
	QAT: 'QA',
	OMN: 'OM',
	IND: 'IN',
	EGY: 'EG',
	JOR: 'JO',
	LBN: 'LB',
};

/** In two letters where they are known, else the channel's own word. */
export function countryIn(written: string): string {
	const code = written.toUpperCase();
	return codes[code] ?? (/^[A-Z]{2}$/.test(code) ? code : written);
}
