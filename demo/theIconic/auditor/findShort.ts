import type { LevelChange } from '../../../sandbox/shopify/inventory';
import type { Finding } from '../../auditor/facts';
import type { JointEvidence } from './evidence';
import { soldBeyond } from './offered';
import type { Pair } from './pairs';

/**
 * Units promised out of Shopify's stock that are not there, at all of the hubs together: from which of them Shopify takes an
 * order is its own choice. What The Iconic sold beyond what it showed, and what Shopify sold or counted off by itself, is no
 * promise of the hub's. What Shopify sold between two syncs and The Iconic sold as well is one: nobody could know better, and the
 * goods are missing all the same.
 */
export function findShort(evidence: JointEvidence, pairs: readonly Pair[]): readonly Finding[] {
	const { state, ledger } = evidence;
	const ours = new Set(pairs.flatMap(({ onShopify }) => onShopify.map(({ id }) => id)));
	const standing = pairs.filter(({ onShopify }) =>
		onShopify.some(({ cancelledAt }) => cancelledAt === null),
	);
	return state.products.flatMap((product): readonly Finding[] => {
		const beyond = missingBy(changesOf(product.sku, evidence), ours);
		const own = standing.reduce(
			(units, { order }) => units + soldBeyond(order, product, { state, ledger }),
			0,
		);
		if (beyond <= own) return [];
		const what = `${product.sku}: ${beyond} are promised that Shopify has not, ${own} of them by The Iconic itself`;
		return [{ kind: 'oversold', what }];
	});
}

const changesOf = (wanted: string, { partner, ledger }: JointEvidence): readonly LevelChange[] =>
	partner.state.stock
		.filter(({ sku, location }) => {
			const isOurs = ledger.oms.places.some((place) => place.location === location);
			return sku === wanted && isOurs;
		})
		.flatMap(({ changes }) => changes)
		.toSorted((one, other) => one.at - other.at);

/** As far as it is still missing, and these orders made it so. */
function missingBy(changes: readonly LevelChange[], orders: ReadonlySet<string>): number {
	let [available, made] = [0, 0];
	for (const { deltas, order } of changes) {
		const before = Math.max(0, -available);
		available += deltas.available ?? 0;
		const more = Math.max(0, -available) - before;
		if (orders.has(order ?? '')) made += Math.max(0, more);
	}
	return Math.min(Math.max(0, -available), made);
}
