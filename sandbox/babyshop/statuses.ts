/** How far along an order is; it never goes back (reference/babyshop-vinculum.md 5). */
const stages = {
	'1': 0,
	'5': 1,
	'18': 2,
	'12': 3,
	'10': 4,
	'15': 5,
	'20': 6,
	'25': 7,
	'60': 7,
	'45': 8,
	'30': 8,
	'35': 9,
	'40': 10,
	'9': 11,
	'55': 11,
	'65': 11,
	'8': 12,
	'50': 12,
} as const;

export type Status = keyof typeof stages;

export const isStatus = (text: string): text is Status => text in stages;

export const isBefore = (one: Status, other: Status) => stages[one] < stages[other];

export const isCancelled = (status: Status) => status === '8' || status === '50';

/** What the panel may set: cancelling is an action of its own. */
export const progress = [
	'1',
	'5',
	'18',
	'12',
	'10',
	'15',
	'20',
	'25',
	'60',
	'45',
	'30',
	'35',
	'40',
	'9',
	'55',
	'65',
] as const;
