import { DateTime } from 'luxon';
import { z } from 'zod';

const format = 'dd/MM/yyyy HH:mm:ss';

/** As the API writes an instant: the clock on the wall, without its zone (reference/babyshop-vinculum.md 3). */
export const localText = (at: number, zone: string): string =>
	DateTime.fromMillis(at, { zone, locale: 'en' }).toFormat(format);

export const localTime = z
	.string()
	.regex(/^\d{2}\/\d{2}\/\d{4} \d{2}:\d{2}:\d{2}$/)
	.refine((text) => DateTime.fromFormat(text, format, { zone: 'utc' }).isValid, 'is no date');

/** Sorts as the dates do. Rows are compared as they are written, as a data base without zones does it. */
export const sortable = (text: string): string => {
	const [date = '', time = ''] = text.split(' ');
	return `${date.split('/').toReversed().join('')}${time}`;
};
