import { levelsAt } from './stock';
import { refused } from '../domain/failure';
import { shown } from '../domain/sku';
import type { StockAdjustment, StockLevel } from './stockShapes';
import { each, elements, rows, type Work } from './statement';
import { changeStock, checkPlaces, isWhole } from './stockFacts';

/** Adds what came and takes what went, all or none. An adjustment whose reference is known changes nothing. */
export function* adjustStock(adjustments: readonly StockAdjustment[]): Work<readonly StockLevel[]> {
	yield* checkPlaces(adjustments, faultOf);
	const fresh = yield* unknown(adjustments);
	yield* changeStock(fresh, () => store(fresh));
	const levels = yield* levelsAt(adjustments);
	const below = levels.find(({ onHand }) => onHand < 0);
	const taken = below && fresh.some((one) => one.change < 0 && isAt(one, below));
	if (below !== undefined && taken) {
		throw refused(
			`Stock of SKU ${shown(below.sku)} at hub ${shown(below.hub)}: that would leave ${below.onHand} units. Count what is there with Stock: Set. No stock was changed.`,
		);
	}
	return levels;
}

const isAt = (one: StockAdjustment, { seller, sku, hub }: StockLevel) =>
	one.seller === seller && one.sku === sku && one.hub === hub;

function* unknown(adjustments: readonly StockAdjustment[]): Work<readonly StockAdjustment[]> {
	const named = adjustments.flatMap(({ reference }) => (reference === null ? [] : [reference]));
	const known = yield* rows<{ place: string }>(
		`SELECT seller || ' ' || hub || ' ' || sku || ' ' || reference AS place FROM movements
		WHERE reference IN {elements}`,
		elements(named),
	);
	const seen = new Set(known.map(({ place }) => place));
	return adjustments.filter(({ seller, hub, sku, reference }) => {
		if (reference === null) return true;
		const place = `${seller} ${hub} ${sku} ${reference}`;
		const isNew = !seen.has(place);
		seen.add(place);
		return isNew;
	});
}

function* store(adjustments: readonly StockAdjustment[]): Work<void> {
	yield* each(
		`INSERT INTO stock (seller, sku, hub, on_hand) VALUES (?, ?, ?, CAST(? AS INTEGER))
		ON CONFLICT (seller, sku, hub) DO UPDATE SET on_hand = stock.on_hand + excluded.on_hand`,
		adjustments.map(({ seller, sku, hub, change }) => [seller, sku, hub, change]),
	);
	yield* each(
		`INSERT INTO movements (seller, sku, hub, kind, change, at, reason, reference)
		VALUES (?, ?, ?, 'adjusted', ?, {now}, ?, ?)`,
		adjustments.map((one) => [one.seller, one.sku, one.hub, one.change, one.reason, one.reference]),
	);
}

const faultOf = ({ change }: StockAdjustment): string | null =>
	isWhole(change) && change !== 0
		? null
		: `${change} is not an adjustment. Use a whole number above or below 0.`;
