import { z } from 'zod';
import { done } from './answers';
import { parsed } from './body';
import { date } from './dates';
import type { Operation } from './operation';
import type { Place } from './places';
import { Refused } from './refused';
import type { World } from './world';

const searchBody = z.strictObject({
	facilityStatus: z.enum(['ALL', 'ENABLED', 'DISABLED']),
	fromDate: date,
	toDate: date,
	dateType: z.enum(['CREATED', 'UPDATED']),
});

const statusOf = ({ enabled }: Place) => (enabled ? 'ENABLED' : 'DISABLED');

const row = ({ date: shown }: World, place: Place) => ({
	facilityCode: place.code,
	facilityStatus: statusOf(place),
	created: shown(place.createdAt),
	updated: shown(place.createdAt),
});

export const facilityOperations: readonly Operation[] = [
	{
		name: 'facility/search',
		path: '/facility/search',
		answer(world, { body }) {
			const { facilityStatus, fromDate, toDate } = parsed(searchBody, body);
			const parties = world.places
				.all()
				.filter((place) => facilityStatus === 'ALL' || statusOf(place) === facilityStatus)
				.filter(({ createdAt }) => createdAt >= fromDate && createdAt <= toDate)
				.map((place) => row(world, place));
			return { ...done({ parties }), records: parties.length };
		},
	},
	{
		name: 'facility/get',
		path: '/facility/get',
		answer(world, { body }) {
			const { facilityCode } = parsed(z.strictObject({ facilityCode: z.string() }), body);
			const place = world.places.find(facilityCode);
			if (!place) {
				throw new Refused('INVALID_FACILITY_CODE', `There is no facility ${facilityCode}`);
			}
			const { code, name, enabled } = place;
			return done({
				facility: { code, name, displayName: name, type: 'Warehouse', enabled },
			});
		},
	},
];
