import { refused } from '../domain/failure';
import { keepsStock } from '../domain/integrationType';
import { shown } from '../domain/sku';
import { readDemand, type HeldBackDemand } from './demand';
import { storeOf } from './lookups';
import { offersOf, type SkuOffer } from './offering';
import { placesOf } from './places';
import { safetyReasons } from './safetyReasons';
import type { Availability } from './stockShapes';
import type { Store } from './storeShapes';
import type { Engine, Work } from './statement';

/** Of each SKU what the store may offer, as its channel is told: buffer and cap are taken off. */
export async function availability(
	run: Engine['run'],
	code: string,
	skus: readonly string[],
): Promise<readonly Availability[]> {
	const { settings } = await run(() => storeOf(code));
	if (!keepsStock(settings)) {
		throw refused(
			`Store ${shown(code)} is Shipping Only: the hub keeps no stock for it, so it has none to offer.`,
		);
	}
	const demand = await readDemand(run, settings.seller);
	return await run(() => availabilityWith(code, skus, demand));
}

function* availabilityWith(
	code: string,
	skus: readonly string[],
	demand: HeldBackDemand,
): Work<readonly Availability[]> {
	const store = yield* storeOf(code);
	const places = yield* placesOf([code]);
	const offers = yield* offersOf(store, skus, { places, demand, reserved: [] });
	if (!store.settings.sizeSafety) return offers.map((offer) => toAvailability(store, offer));
	const reasons = yield* safetyReasons(store, skus);
	return offers.map((offer) => ({
		...toAvailability(store, offer),
		safety: { units: offer.safety, why: reasons.of(offer.sku, offer.safety) },
	}));
}

/** A hub that fills a location alone has what is offered there; of several that share one each has its own units. */
const toAvailability = ({ code }: Store, { sku, heldBack, places }: SkuOffer): Availability => ({
	store: code,
	sku,
	total: places.reduce((total, { offered }) => total + offered, 0),
	heldBack,
	hubs: places.flatMap(({ location, offered, hubs }) =>
		hubs.map(({ hub, available }) => ({
			hub,
			location,
			available: hubs.length === 1 ? offered : available,
		})),
	),
});
