/** Where a buyer lives, as the API names it: alpha-3 (reference/babyshop-vinculum.md 8.2). */
export interface Country {
	readonly code: string;
	readonly currency: string;
	/** Percent that prices hold. */
	readonly tax: number;
	readonly city: string;
	readonly state: string;
	readonly postalCode: string | null;
	readonly phone: string;
}

export const countries = [
	{
		code: 'ARE',
		currency: 'AED',
		tax: 5,
		city: 'Dubai',
		state: 'Dubai',
		postalCode: null,
		phone: '+971500000001',
	},
	{
		code: 'SAU',
		currency: 'SAR',
		tax: 15,
		city: 'Riyadh',
		state: 'Riyadh Province',
		postalCode: '11564',
		phone: '+966500000001',
	},
	{
		code: 'KWT',
		currency: 'KWD',
		tax: 0,
		city: 'Kuwait City',
		state: 'Al Asimah',
		postalCode: '13001',
		phone: '+96550000001',
	},
	{
		code: 'BHR',
		currency: 'BHD',
		tax: 10,
		city: 'Manama',
		state: 'Capital',
		postalCode: '317',
		phone: '+97336000001',
	},
	{
		code: 'QAT',
		currency: 'QAR',
		tax: 0,
		city: 'Doha',
		state: 'Doha',
		postalCode: null,
		phone: '+97450000001',
	},
	{
		code: 'OMN',
		currency: 'OMR',
		tax: 5,
		city: 'Muscat',
		state: 'Muscat',
		postalCode: '100',
		phone: '+96890000001',
	},
] as const satisfies readonly Country[];

export const countryOf = (code: string): Country =>
	countries.find((country) => country.code === code) ?? { ...countries[0], code };
