import type { BillParts } from './billAddress';

/** Names of the fields. Rows have numbers, because a person fills in as many as are needed. */
export const omsName = {
	otherCarriers: 'all other carriers',
	carrier: (at: number) => `carrier ${at + 1}`,
	channelCarrier: (at: number) => `channel carrier ${at + 1}`,
	reason: (code: string) => `reason ${code}`,
	customer: 'customer',
	bill: (part: keyof BillParts) => `bill ${part}`,
	extraLine: 'extra line',
	taxesIncluded: 'taxes included',
	country: (at: number) => `country ${at + 1}`,
	method: (at: number) => `method ${at + 1}`,
} as const;

/** So many empty rows are there beside those that are filled in. */
export const spareRows = 3;
