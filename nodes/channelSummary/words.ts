import { epochMs, type Instant } from '../../domain/instant';
import { markup, type Html } from './html';

/** What every page of one answer has in common. */
export interface View {
	readonly now: Instant;
	/** The workflow's time zone. */
	readonly zone: string;
	/** Whether the page asks for itself again once a minute. */
	readonly live: boolean;
}

const steps = [
	{ unit: 's', ms: 1000, upTo: 90_000 },
	{ unit: 'min', ms: 60_000, upTo: 90 * 60_000 },
	{ unit: 'h', ms: 3_600_000, upTo: 48 * 3_600_000 },
	{ unit: 'd', ms: 24 * 3_600_000, upTo: Infinity },
] as const;

/** In the largest unit that tells something: `42 s`, `12 min`, `3 h`, `9 d`. */
export function span(ms: number): string {
	const step = steps.find(({ upTo }) => ms < upTo);
	return step === undefined ? '' : `${Math.max(0, Math.round(ms / step.ms))} ${step.unit}`;
}

/** As `span`, with a tenth where it is short. */
export const duration = (ms: number): string =>
	ms < 10_000 ? `${(Math.max(100, ms) / 1000).toFixed(1)} s` : span(ms);

export const between = (from: Instant, to: Instant): number => epochMs(to) - epochMs(from);

export const thousands = (count: number): string => count.toLocaleString('en-US');

export const plural = (count: number, one: string, many = `${one}s`): string =>
	`${thousands(count)} ${count === 1 ? one : many}`;

const inFull = (at: Instant, { zone }: View): string =>
	new Date(epochMs(at)).toLocaleString('en-GB', {
		timeZone: zone,
		dateStyle: 'medium',
		timeStyle: 'medium',
	});

/** `14:05`, by the clock of the zone. */
export const clockTime = (at: Instant, { zone }: View): string =>
	new Date(epochMs(at)).toLocaleTimeString('en-GB', {
		timeZone: zone,
		hour: '2-digit',
		minute: '2-digit',
	});

export const dayAndTime = (at: Instant, view: View): string =>
	`${new Date(epochMs(at)).toLocaleDateString('en-GB', {
		timeZone: view.zone,
		weekday: 'short',
		day: 'numeric',
		month: 'short',
	})}, ${clockTime(at, view)}`;

/** How long ago, or in how long; the moment itself shows when it is pointed at. */
export function moment(at: Instant, view: View): Html {
	const ms = between(at, view.now);
	const said = ms >= 0 ? `${span(ms)} ago` : `in ${span(-ms)}`;
	return markup`<time datetime="${at}" title="${inFull(at, view)}">${said}</time>`;
}
