import { IANAZone } from 'luxon';
import type { CandidateHub, WorkingHours } from './routing';
import { shown } from './sku';
import { shiftOf } from './workingHours';

/** What makes the hub's order limit and working hours unusable, each a sentence with its cure; empty when nothing does. */
export function hubFaults({
	orderLimit,
	workingHours,
}: Pick<CandidateHub, 'orderLimit' | 'workingHours'>): readonly string[] {
	const isLimit = orderLimit === null || (Number.isInteger(orderLimit) && orderLimit >= 0);
	return [
		...(isLimit ? [] : [`Its order limit is ${orderLimit}. Use a whole number, or none.`]),
		...(workingHours === null ? [] : hoursFaults(workingHours)),
	];
}

function hoursFaults(hours: WorkingHours): readonly string[] {
	const { timeZone, days, opens, closes, cutOff } = hours;
	const times = [opens, closes, ...(cutOff === null ? [] : [cutOff])];
	const unread = times.filter((time) => !/^([01]\d|2[0-3]):[0-5]\d$/.test(time));
	return [
		...(IANAZone.isValidZone(timeZone)
			? []
			: [`There is no time zone ${shown(timeZone)}. Use a name such as Europe/Istanbul.`]),
		...(days.length === 0
			? ['It works on no day. Name a day, or close the hub instead.']
			: days
					.filter((day) => !Number.isInteger(day) || day < 1 || day > 7)
					.map((day) => `Day ${day} is no weekday. Use 1 for Monday to 7 for Sunday.`)),
		...unread.map((time) => `${shown(time)} is no time of day. Write it like 09:00 or 17:30.`),
		...(unread.length === 0 ? cutOffFaults(hours) : []),
	];
}

const cutOffFaults = (hours: WorkingHours) => {
	const { closes, lastOrder } = shiftOf(hours);
	return lastOrder <= closes
		? []
		: [
				`Its cut-off ${hours.cutOff} is not between ${hours.opens} and ${hours.closes}. Use a time at which it works.`,
			];
};
