import type { Finding } from '../../auditor/facts';
import { offeredIn } from '../../auditor/findStuck';
import { difference, sum } from '../../auditor/units';
import { isListed, isStocked, skusOn } from './catalog';
import type { JointEvidence } from './evidence';
import { shownOf } from './figures';
import { levelsIn, placeOf } from './levels';

/** Figures that are not Shopify's: in the hub, and on The Iconic. */
export const findLevels = (evidence: JointEvidence): readonly Finding[] => [
	...findInHub(evidence),
	...findOnIconic(evidence),
];

function findInHub({ partner, ledger }: JointEvidence): readonly Finding[] {
	const levels = levelsIn(partner.state, ledger);
	const hubs = new Set(ledger.oms.places.map(({ hub }) => hub));
	const inHub = sum(
		ledger.stock
			.filter(({ hub }) => hubs.has(hub))
			.map(({ sku, hub, on_hand }) => [placeOf(sku, hub), on_hand]),
	);
	return [...difference(inHub, levels)].map(([place, apart]) => {
		const what = `${place}: the hub has ${inHub.get(place) ?? 0}, Shopify may sell ${levels.get(place) ?? 0}`;
		return apart > 0 ? oversold(what) : stuck(what);
	});
}

/** All that Shopify may sell, less what the hub keeps of it for orders that Shopify has not got yet. */
function findOnIconic({ state, partner, ledger }: JointEvidence): readonly Finding[] {
	const free = sum([
		...[...levelsIn(partner.state, ledger)],
		...ledger.stock.map(({ sku, hub, reserved }) => [placeOf(sku, hub), -reserved] as const),
	]);
	const waiting = sum(ledger.waiting.map(({ sku, units }) => [sku, units]));
	const hubs = [...new Set(ledger.places.map(({ hub }) => hub))].filter(offeredIn(ledger));
	const known = skusOn(partner.state);
	return state.products
		.filter((product) => isListed(product) && isStocked(product) && known.has(product.sku))
		.flatMap((product): readonly Finding[] => {
			const { sku } = product;
			const shown = Math.max(0, shownOf(product, state, ledger));
			const most = hubs.reduce(
				(units, hub) => units + Math.max(0, free.get(placeOf(sku, hub)) ?? 0),
				0,
			);
			const what = `The Iconic shows ${shown} of ${sku}, and Shopify may sell ${most}`;
			if (shown > most) return [oversold(what)];
			return shown < most - (waiting.get(sku) ?? 0) ? [stuck(what)] : [];
		});
}

const oversold = (what: string): Finding => ({ kind: 'oversold', what });

const stuck = (what: string): Finding => ({ kind: 'stuck', what });
