/**
 * The zones that the times of an account may be in, the usual one first: answers name none, and the guide of the API says India
 * while the panel is in the Gulf (reference/babyshop-vinculum.md 3).
 */
export const timeZones = [
	{ zone: 'Asia/Kolkata', label: 'India (UTC+05:30)' },
	{ zone: 'Asia/Dubai', label: 'United Arab Emirates (UTC+04:00)' },
	{ zone: 'Asia/Riyadh', label: 'Saudi Arabia (UTC+03:00)' },
	{ zone: 'Asia/Kuwait', label: 'Kuwait (UTC+03:00)' },
	{ zone: 'Asia/Bahrain', label: 'Bahrain (UTC+03:00)' },
	{ zone: 'Asia/Qatar', label: 'Qatar (UTC+03:00)' },
	{ zone: 'Asia/Muscat', label: 'Oman (UTC+04:00)' },
	{ zone: 'Africa/Cairo', label: 'Egypt (UTC+02:00, in summer UTC+03:00)' },
	{ zone: 'UTC', label: 'UTC' },
] as const;

export const isTimeZone = (zone: string): boolean => timeZones.some((one) => one.zone === zone);
