/** Addresses have the country's name (reference/the-iconic-sellercenter.md 7). */
export const countries = {
	AU: {
		name: 'Australia',
		currency: 'AUD',
		tax: 10,
		city: 'Sydney',
		region: 'NSW',
		postCode: '2000',
		phone: '+61491570006',
	},
	NZ: {
		name: 'New Zealand',
		currency: 'NZD',
		tax: 15,
		city: 'Auckland',
		region: 'Auckland',
		postCode: '1010',
		phone: '+6421555010',
	},
} as const;
