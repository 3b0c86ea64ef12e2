import type { ShopifyOrderState } from '../../../sandbox/shopify/stateTypes';
import type { ShopifyState } from '../../../sandbox/shopify/types';
import type { Finding } from '../../auditor/facts';
import { difference, inWords, sum, type Units } from '../../auditor/units';
import { skusOn } from './catalog';
import type { JointEvidence } from './evidence';
import { orderedOf } from './lines';
import type { Pair } from './pairs';

/** What an order took off Shopify's figures once and for all, and what the hub wrote there besides. */
export const findClaims = (
	{ partner }: JointEvidence,
	pairs: readonly Pair[],
): readonly Finding[] => [
	...pairs
		.flatMap(({ onShopify }) => onShopify)
		.filter(({ cancelledAt, isCancelledByApi }) => cancelledAt === null || isCancelledByApi)
		.flatMap((made) => findClaim(made, partner.state)),
	...findWrites(partner.state),
];

function findClaim(made: ShopifyOrderState, shopify: ShopifyState): readonly Finding[] {
	const known = skusOn(shopify);
	const counted = (units: Units) => sum([...units].filter(([sku]) => known.has(sku)));
	const [ordered, taken] = [counted(orderedOf(made)), counted(takenBy(made, shopify))];
	const apart = [...difference(taken, ordered).values()];
	const what = `order ${made.name} has ${inWords(ordered)} on Shopify and took ${inWords(taken)} off`;
	return [
		...(apart.some((units) => units > 0) ? [doubled(what)] : []),
		...(apart.some((units) => units < 0) ? [oversold(what)] : []),
	];
}

const takenBy = ({ id }: ShopifyOrderState, { stock }: ShopifyState): Units =>
	sum(
		stock.flatMap(({ sku, changes }) =>
			changes
				.filter(({ order }) => order === id)
				.map(({ deltas }) => [sku ?? '(no SKU)', -(deltas.available ?? 0)] as const),
		),
	);

/** Who is told by Shopify what there is never tells Shopify. */
const findWrites = ({ stock }: ShopifyState): readonly Finding[] =>
	stock.flatMap(({ sku, changes }) =>
		changes
			.filter(({ what, byApi }) => byApi && ['set', 'adjusted', 'activated'].includes(what))
			.map(({ available }) => doubled(`${sku} was set to ${available} on Shopify by the hub`)),
	);

const doubled = (what: string): Finding => ({ kind: 'doubled', what });

const oversold = (what: string): Finding => ({ kind: 'oversold', what });
