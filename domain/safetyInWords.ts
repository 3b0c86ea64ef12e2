import {
	covering,
	longHours,
	perHour,
	unseenDemand,
	type Blindness,
	type Sales,
} from './safetyStock';
import type { StoreSettings } from './store';

/** What the safety stock of one SKU was sized by. */
export interface SizedBy extends Sales, Blindness {
	/** What was sized, before the share of what is free is looked at. */
	readonly units: number;
	/** On how many figures the lag was measured; 0 where it is taken as the interval of Inventory Sync. */
	readonly lagFigures: number;
	/** Whether another store of the seller sells the SKU. */
	readonly isShared: boolean;
}

/** Why so many units are held back, for a person to read; `held` is what is left of them where little is free. */
export function safetyInWords(
	by: SizedBy,
	{
		safetyMostUnits,
		safetyMostPercent,
	}: Pick<StoreSettings, 'safetyMostUnits' | 'safetyMostPercent'>,
	held = by.units,
): string {
	if (!by.isShared) return `${held} held back: no other store of the seller sells it.`;
	if (by.long === 0) return `${held} held back: none was ordered in ${longHours / 24} days.`;
	const needed = covering(unseenDemand(by, by));
	return [
		`${held} held back: ${needed} cover 98 % of the demand in ${duration(by.lagSeconds + by.pollSeconds)} (${lag(by)} + order sync ${duration(by.pollSeconds)}) at ${rate(by)}.`,
		...(by.units > needed
			? [`${by.units} were sized when more was sold, and stay until that is too much by far.`]
			: []),
		`At most ${safetyMostUnits} units and ${safetyMostPercent} % of what is free.`,
	].join(' ');
}

const lag = ({ lagSeconds, lagFigures }: SizedBy) =>
	lagFigures === 0
		? `push lag not measured yet, taken as ${duration(lagSeconds)}`
		: `push lag p95 ${duration(lagSeconds)}`;

const rate = (sales: Sales) => `${rounded(perHour(sales))} units/h on all stores`;

function duration(seconds: number): string {
	if (seconds < 120) return `${seconds} s`;
	return seconds < 7_200 ? `${rounded(seconds / 60)} min` : `${rounded(seconds / 3_600)} h`;
}

const rounded = (value: number) => Number(value.toPrecision(3));
