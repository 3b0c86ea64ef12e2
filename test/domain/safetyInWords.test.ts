import { safetyInWords, type SizedBy } from '../../domain/safetyInWords';

describe('safety stock in words', () => {
	const caps = { safetyMostUnits: 10, safetyMostPercent: 50 };
	const by: SizedBy = {
		units: 8,
		lately: 186,
		long: 200,
		lagSeconds: 90,
		lagFigures: 400,
		pollSeconds: 300,
		isShared: true,
	};
	const sized =
		'8 held back: 8 cover 98 % of the demand in 6.5 min (push lag p95 90 s + order sync 5 min) at 31 units/h on all stores.';
	const most = 'At most 10 units and 50 % of what is free.';

	test.each([
		['what it was sized by', {}, 8, `${sized} ${most}`],
		[
			'that the lag is not measured yet',
			{ lagFigures: 0, lagSeconds: 60, units: 7 },
			7,
			`7 held back: 7 cover 98 % of the demand in 6 min (push lag not measured yet, taken as 60 s + order sync 5 min) at 31 units/h on all stores. ${most}`,
		],
		['that little is free', {}, 3, `${sized.replace('8 held', '3 held')} ${most}`],
		[
			'that it takes more than may be held back',
			{ lately: 600, units: 10 },
			10,
			`10 held back: 18 cover 98 % of the demand in 6.5 min (push lag p95 90 s + order sync 5 min) at 100 units/h on all stores. ${most}`,
		],
		[
			'that more was sold before',
			{ units: 9 },
			9,
			`${sized.replace('8 held', '9 held')} 9 were sized when more was sold, and stay until that is too much by far. ${most}`,
		],
		[
			'that nobody else sells it',
			{ isShared: false },
			0,
			'0 held back: no other store of the seller sells it.',
		],
		['that none was sold', { lately: 0, long: 0 }, 0, '0 held back: none was ordered in 14 days.'],
	] satisfies readonly [string, Partial<SizedBy>, number, string][])(
		'say %s',
		(_, change, held, said) => {
			expect(safetyInWords({ ...by, ...change }, caps, held)).toBe(said);
		},
	);
});
