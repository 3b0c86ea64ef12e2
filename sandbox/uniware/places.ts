import { SandboxRefusal } from '../wire';
import { Refused } from './refused';
import type { UniwareFacility } from './types';

/** As tenants know them: codes, not names. */
export const indianStates: readonly string[] =
	'AN AP AR AS BR CH CG DN DD DL GA GJ HR HP JK JH KA KL LA LD MP MH MN ML MZ NL OR PY PB RJ SK TN TS TR UP UK WB'.split(
		' ',
	);

export const usualFacilities: readonly UniwareFacility[] = [
	{ code: 'WH_MAIN', name: 'Main Warehouse' },
	{ code: 'WH_SOUTH', name: 'South Warehouse' },
];

export interface Place extends Required<UniwareFacility> {
	readonly createdAt: number;
}

export const places = (given: readonly UniwareFacility[], now: () => number) => {
	const placesOf = (facilities: readonly UniwareFacility[]): readonly Place[] =>
		facilities.map((one) => ({ enabled: true, ...one, createdAt: now() }));
	let all = placesOf(given);
	if (all.length === 0) throw new SandboxRefusal('the sandbox needs a facility');
	return {
		all: () => all,
		set(facilities: readonly UniwareFacility[]) {
			all = placesOf(facilities);
		},
		find: (code: string): Place | null => all.find((one) => one.code === code) ?? null,
		enabled: () => all.filter(({ enabled }) => enabled),
		checked(code: string): string {
			if (all.some((one) => one.code === code && one.enabled)) return code;
			throw new Refused('INVALID_FACILITY_CODE', `There is no facility ${code}`, 'facilityCode');
		},
	};
};
