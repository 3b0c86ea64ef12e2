import { figureOf, type ChannelOrder, type ChannelView } from './channel';
import type { Finding } from './facts';
import type { FigureRow, LedgerRows, OrderRow } from './ledger';
import { settingsIn } from './settings';
import { sum, type Units } from './units';

/** What will never go on by itself: work that nobody does, and figures that are not true. */
export const findStuck = (
	{ orders, figures }: ChannelView,
	ledger: LedgerRows,
	store: string,
): readonly Finding[] => [
	...[...ledger.updates, ...ledger.oms.updates]
		.filter(({ state: now }) => unsent.includes(now))
		.map(({ order_id, effect, state: now }) =>
			stuck(`the ${effect} of order row ${order_id} is ${now} and was never sent`),
		),
	...[...ledger.deadRuns, ...ledger.oms.deadRuns].map(({ kind }) =>
		stuck(`a run of ${kind} has not ended and nobody holds it`),
	),
	...figuresIn(ledger)
		.filter(({ sent }) => sent !== null)
		.map(({ sku, where }) => stuck(`${sku} at ${where} was handed out, never confirmed`)),
	...held(orders, ledger),
	...untrue(figures, ledger, store),
];

/** Also when it waits for somebody to say something: the story has had its time to. */
const unsent = ['pending', 'claimed', 'waiting'];

const place = (sku: string, hub: string | null) => `${sku} in ${hub}`;

/** Units that nobody holds, by SKU and hub. */
const freeUnits = ({ stock }: LedgerRows): Units =>
	sum(
		stock.map(({ sku, hub, on_hand, reserved, safety_stock }) => [
			place(sku, hub),
			Math.max(0, on_hand - reserved - safety_stock),
		]),
	);

/** Orders held for want of goods that a hub which may ship them has, every unit. */
function held(channel: readonly ChannelOrder[], ledger: LedgerRows): readonly Finding[] {
	const free = freeUnits(ledger);
	const orders = new Map(channel.map((order) => [order.id, order]));
	return ledger.orders
		.filter(
			({ status, hold_reason }) => status === 'on_hold' && hold_reason === 'inventory_not_present',
		)
		.flatMap((row) => {
			const hub = hubsFor(orders.get(row.channel_id)?.location ?? null, ledger).find((code) =>
				[...wantedBy(row, ledger)].every(
					([sku, count]) => (free.get(place(sku, code)) ?? 0) >= count,
				),
			);
			return hub ? [stuck(`order ${row.number} is held, and ${hub} has all that it wants`)] : [];
		});
}

const hubsFor = (location: string | null, { places }: LedgerRows): readonly string[] =>
	places.filter((one) => location === null || one.location === location).map(({ hub }) => hub);

const wantedBy = ({ id }: OrderRow, ledger: LedgerRows): Units =>
	sum(
		ledger.lines
			.filter(({ order_id }) => order_id === id)
			.map(({ sku, ordered, cancelled, shipped }) => [
				skuOf(sku ?? '', ledger),
				ordered - cancelled - shipped,
			]),
	);

/** What a code on an order means where it may be that of a listing. */
const skuOf = (code: string, { listings }: LedgerRows): string =>
	listings.find(({ listing }) => listing === code)?.sku ?? code;

interface Figure extends Pick<FigureRow, 'sku' | 'sent'> {
	readonly key: string;
	readonly where: string;
	/** Those that stand behind it. */
	readonly hubs: readonly string[];
}

const figuresIn = ({ figures }: LedgerRows): readonly Figure[] =>
	[...Map.groupBy(figures, ({ listing, location }) => figureOf(listing, location))].flatMap(
		([key, [one, ...more]]): readonly Figure[] => {
			if (!one) return [];
			const { sku, sent, location } = one;
			const hubs = [one, ...more].map(({ hub }) => hub);
			return [{ key, sku, sent, hubs, where: location || 'all hubs' }];
		},
	);

/** Figures on the channel above what is free, or below it by more than what waiting orders may hold back. */
function untrue(figures: Units, ledger: LedgerRows, store: string): readonly Finding[] {
	const free = freeUnits(ledger);
	const waiting = sum(ledger.waiting.map(({ sku, units }) => [skuOf(sku, ledger), units]));
	const isOffered = offeredIn(ledger);
	return figuresIn(ledger).flatMap(({ key, sku, hubs, where }) => {
		const figure = figures.get(key) ?? 0;
		const most = hubs
			.filter(isOffered)
			.reduce((units, hub) => units + (free.get(place(sku, hub)) ?? 0), 0);
		const least = most - (waiting.get(sku) ?? 0);
		const isTrue = figure <= most && figure >= Math.max(0, least);
		return isTrue
			? []
			: [stuck(`${store} shows ${figure} of ${sku} at ${where}; ${most} are free`)];
	});
}

/** Whether what a hub has is offered, as the settings in force choose the hubs; all are where they choose none. */
export function offeredIn(ledger: LedgerRows): (hub: string) => boolean {
	const { inventoryHubs = [] } = settingsIn<{ readonly inventoryHubs: readonly string[] }>(ledger);
	return (hub) => inventoryHubs.length === 0 || inventoryHubs.includes(hub);
}

const stuck = (what: string): Finding => ({ kind: 'stuck', what });
