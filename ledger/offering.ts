import { figureOf, withoutHeldBack } from '../domain/heldBack';
import { heldOf } from '../domain/safetyStock';
import type { ChannelReservation } from './channelReservations';
import type { HeldBackDemand } from './demand';
import type { Place } from './places';
import { sizedOf } from './sizedSafety';
import type { Store } from './storeShapes';
import { elements, rows, type Work } from './statement';

/** What a store offers of a SKU at one location of its channel. */
export interface OfferAt {
	readonly location: string;
	/** What may be offered, buffer and cap taken off. */
	readonly offered: number;
	/** What the channel is to be told: it takes off what it has reserved by itself. */
	readonly figure: number;
	readonly hubs: readonly { readonly hub: string; readonly available: number }[];
	/** False until somebody said what is there, at any of the hubs. */
	readonly isCounted: boolean;
}

export interface SkuOffer {
	readonly sku: string;
	/** Units at the store's hubs that are kept from being offered. */
	readonly heldBack: number;
	/** Units beside them that a safety stock that sizes itself keeps from being offered. */
	readonly safety: number;
	readonly places: readonly OfferAt[];
}

/** Where the store offers, and what is kept back from that. */
export interface Offering {
	readonly places: readonly Place[];
	readonly demand: HeldBackDemand;
	/** What the channel takes off by itself, of the SKUs that are asked for. */
	readonly reserved: readonly ChannelReservation[];
}

interface Level {
	readonly sku: string;
	readonly hub: string;
	readonly free: number;
	readonly counted: number;
}

/** Goods that left without a count leave a row of stock behind that tells nothing of what is there. */
export const isCounted = '(s.counted_at IS NOT NULL OR s.on_hand > 0)';

/** What may be offered now of each SKU, in the order asked. */
export function* offersOf(
	store: Store,
	skus: readonly string[],
	offering: Offering,
): Work<readonly SkuOffer[]> {
	const levels = yield* rows<Level>(
		`SELECT s.sku, s.hub, CASE WHEN h.active = 1 THEN s.on_hand - s.reserved - s.safety_stock ELSE 0 END AS free,
			CASE WHEN ${isCounted} THEN 1 ELSE 0 END AS counted
		FROM stock s JOIN hubs h ON h.code = s.hub WHERE s.seller = ? AND s.sku IN {elements}`,
		store.settings.seller,
		elements(skus),
	);
	const sized = yield* sizedOf(store, skus);
	const bySku = Map.groupBy(levels, ({ sku }) => sku);
	const reserved = Map.groupBy(offering.reserved, ({ sku }) => sku);
	return skus.map((sku) =>
		offerOf(store, sku, {
			...offering,
			reserved: reserved.get(sku) ?? [],
			levels: bySku.get(sku) ?? [],
			sized: sized.get(sku)?.units ?? 0,
		}),
	);
}

function offerOf(
	{ code, settings }: Store,
	sku: string,
	stock: Offering & { readonly levels: readonly Level[]; readonly sized: number },
): SkuOffer {
	const free = new Map(stock.levels.map(({ hub, free: units }) => [hub, Math.max(0, units)]));
	const demands = stock.demand.bySku.get(sku) ?? [];
	const unpromised = withoutHeldBack(free, demands, stock.demand.hubsOf);
	const counted = new Set(stock.levels.filter((one) => one.counted === 1).map(({ hub }) => hub));
	const hubs = [
		...new Set(stock.places.filter((place) => place.offers === 1).map(({ hub }) => hub)),
	];
	const at = (units: ReadonlyMap<string, number>) => sum(hubs.map((hub) => units.get(hub) ?? 0));
	const safety = heldOf(at(unpromised), stock.sized, settings.safetyMostPercent);
	const left = withoutHeldBack(unpromised, [{ store: code, hub: null, units: safety }], () => hubs);
	const offered = ({ hub, offers }: Place) => (offers === 1 ? (left.get(hub) ?? 0) : 0);
	return {
		sku,
		heldBack: at(free) - at(unpromised),
		safety,
		places: [...Map.groupBy(stock.places, ({ location }) => location)].map(([location, of]) => {
			const figure = figureOf(sum(of.map(offered)), settings);
			return {
				location,
				offered: figure,
				figure: figure + reservedAt(of, stock),
				hubs: of.map((place) => ({ hub: place.hub, available: offered(place) })),
				isCounted: of.some(({ hub }) => counted.has(hub)),
			};
		}),
	};
}

/** Of several locations one is meant by its hub; what no hub is known of is added nowhere, which tells too little and not too much. */
function reservedAt(here: readonly Place[], { places, reserved }: Offering): number {
	const isOnly = here.length === places.length;
	const isHere = (hub: string | null) => here.some((place) => place.hub === hub);
	return sum(reserved.filter(({ hub }) => isOnly || isHere(hub)).map(({ units }) => units));
}

const sum = (all: readonly number[]) => all.reduce((total, one) => total + one, 0);
