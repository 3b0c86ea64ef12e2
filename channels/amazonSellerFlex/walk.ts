import { refused } from '../../domain/failure';
import { instant } from '../../domain/instant';
import type { Instant } from '../../domain/instant';
import type { OrderWindow } from '../connector';
import { timeOf } from '../timeOf';

/**
 * Where a walk over shipments stands: Amazon lists them by one status and location at a time, so the walk goes through the
 * statuses of one location, page by page, and then on to the next location (reference/amazon-seller-flex.md 6.1).
 */
export interface Position {
	readonly location: string;
	readonly status: string;
	/** Of the page to be asked for; null for the first of a list. */
	readonly token: string | null;
	/** Amazon's clock in epoch ms at the first answer, or null where it did not say. */
	readonly startedAt: number | null;
}

/** What a walk reads. */
export interface Plan {
	/** In this order, at every location. */
	statuses(window: OrderWindow, startedAt: number | null): readonly string[];
	/** Epoch ms from which on changes are wanted; null for all there is. */
	changedSince(status: string, known: number): number | null;
}

/** A work queue: what the hub has confirmed is in it no more. It is read whole, and so heals itself after a downtime. */
const queue = 'ACCEPTED';
const brisk = [queue, 'CANCELLED'];
const slow = ['SHIPPED', 'DELIVERED'];

const minuteMs = 60_000;
const secondMs = 1_000;
const slotMs = 120 * minuteMs;

/** What the hub has to know soon, and by the first walk of every two hours what follows from its own work. */
export const polled: Plan = {
	statuses: (window, startedAt) => (isSlotBegun(window, startedAt) ? [...brisk, ...slow] : brisk),
	changedSince(status, known) {
		if (status === queue) return null;
		return slow.includes(status) ? slotOf(known) * slotMs : known;
	},
};

/** What the hub brings about itself. */
export const underway = [
	'CONFIRMED',
	'PACKAGE_CREATED',
	'PICKUP_SLOT_RETRIEVED',
	'INVOICE_GENERATED',
	'SHIPLABEL_GENERATED',
];

const all = [queue, ...underway, 'CANCELLED', ...slow];

/** All that Amazon can say of an order that it gave to the hub. */
export const compared: Plan = { statuses: () => all, changedSince: (_status, known) => known };

const isSlotBegun = ({ watermark }: OrderWindow, startedAt: number | null): boolean =>
	watermark === null ||
	startedAt === null ||
	slotOf(timeOf('amazonSellerFlex', watermark)) !== slotOf(startedAt);

const slotOf = (time: number) => Math.floor(time / slotMs);

/** For `lastUpdatedAfter`. Amazon's clock and its times of change are in whole seconds. */
export function changedAfter(
	window: OrderWindow,
	plan: Plan,
	{ status }: Position,
): Instant | null {
	const since = plan.changedSince(status, knownUpTo(window));
	if (since === null) return null;
	return instant(Math.max(0, since - window.overlapMinutes * minuteMs - secondMs));
}

export const knownUpTo = ({ watermark, connectedAt }: OrderWindow): number =>
	timeOf('amazonSellerFlex', watermark ?? connectedAt);

/** Null at the end of the walk. `at` is where the page was asked for that named `token`. */
export function after(
	window: OrderWindow,
	plan: Plan,
	at: Position,
	token: string | null,
): Position | null {
	if (token !== null) return { ...at, token };
	const list = plan.statuses(window, at.startedAt);
	const status = list[list.indexOf(at.status) + 1];
	if (status !== undefined) return { ...at, status, token: null };
	const locations = locationsOf(window);
	const location = locations[locations.indexOf(at.location) + 1];
	const first = list[0];
	if (location === undefined || first === undefined) return null;
	return { ...at, location, status: first, token: null };
}

/** Where a walk begins. */
export function startOf(window: OrderWindow): Position {
	const [location = ''] = locationsOf(window);
	return { location, status: queue, token: null, startedAt: null };
}

/** Null where a walk begins: also one that stood at a location that is mapped no more, as it has not said yet what it read. */
export function standing(window: OrderWindow): Position | null {
	if (window.position === null) return null;
	const at = positionOf(window.position);
	return locationsOf(window).includes(at.location) ? at : null;
}

function locationsOf({ locations = [] }: OrderWindow): readonly string[] {
	if (locations.length > 0) return locations;
	throw refused(
		'amazonSellerFlex: no Seller Flex Hub ID is mapped to a hub, so no orders can be read. Complete Hub Mapping.',
	);
}

const text = '"([^"\\\\\\s]*)"';
const written = new RegExp(
	`^\\{"location":${text},"status":"([A-Z_]+)","token":(?:null|${text}),"startedAt":(null|0|[1-9]\\d{0,14})\\}$`,
);

/** Amazon's own token may hold anything. */
export const positionText = ({ location, status, token, startedAt }: Position): string =>
	JSON.stringify({ location, status, token: token && encodeURIComponent(token), startedAt });

function positionOf(position: string): Position {
	const [, location, status, token, startedAt] = written.exec(position) ?? [];
	if (location === undefined || !all.includes(status ?? '')) {
		throw refused(
			`amazonSellerFlex: "${position}" is no position of an order walk. Begin the sync anew.`,
		);
	}
	return {
		location,
		status: status ?? '',
		token: token === undefined ? null : decodeURIComponent(token),
		startedAt: startedAt === 'null' ? null : Number(startedAt),
	};
}
