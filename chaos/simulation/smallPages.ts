import type { Alteration } from './altered';

/** A few orders are to fill several pages. */
export const smallPages: readonly Alteration[] = [
	{
		file: 'channels/ikas/requests.ts',
		from: 'export const pageLimit = 200;',
		to: 'export const pageLimit = 5;',
	},
];
