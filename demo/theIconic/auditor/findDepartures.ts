import type { ShopifyFulfilmentState } from '../../../sandbox/shopify/stateTypes';
import type { IconicOrderState } from '../../../sandbox/theIconic/stateTypes';
import type { Finding } from '../../auditor/facts';
import { difference, inWords, type Units } from '../../auditor/units';
import { settingsIn } from '../../auditor/settings';
import { makesNumbers } from './carriers';
import type { JointEvidence } from './evidence';
import { contentsOf, leftOf, trackingOf } from './lines';
import { isOver, unitsOf } from './orders';
import type { Pair } from './pairs';

/** What The Iconic heard of as gone that has not left Shopify, and what left and nobody told it. */
export const findDepartures = (
	evidence: JointEvidence,
	pairs: readonly Pair[],
): readonly Finding[] =>
	pairs
		.filter(({ isTold }) => !isTold)
		.flatMap((pair) => [...findUntrue(pair), ...findUntold(pair, evidence)]);

function findUntrue({ order, onShopify }: Pair): readonly Finding[] {
	const left = leftOf(onShopify);
	const arrived = left.filter(({ displayStatus }) => displayStatus === 'DELIVERED');
	return (
		[
			['shipped', left],
			['delivered', arrived],
		] as const
	).flatMap(([what, of]) => {
		const [said, gone] = [saidOf(order, what), contentsOf(of)];
		const isBeyond = [...difference(said, gone).values()].some((units) => units > 0);
		return isBeyond
			? [
					doubled(
						`order ${order.number}: ${inWords(said)} said to be ${what}, ${inWords(gone)} on Shopify`,
					),
				]
			: [];
	});
}

/** Units that a client of the API said this of. */
function saidOf({ items, history }: IconicOrderState, what: 'shipped' | 'delivered'): Units {
	const changed = new Set(
		history
			.filter((change) => change.what === what && change.by === 'api')
			.flatMap((change) => change.items.map(({ id }) => id)),
	);
	return unitsOf(items.filter(({ id }) => changed.has(id)));
}

interface StatusMap {
	readonly workspaceStatusMap: readonly {
		readonly hubStatus: string;
		readonly channelStatus: string;
	}[];
}

/** What The Iconic still offers to a package that has left. */
const nextOf: Readonly<Record<string, readonly string[]>> = {
	ready_to_ship: ['status_set_to_ready_to_ship'],
	shipped: ['status_set_to_ready_to_ship', 'status_set_to_shipped'],
};

/** Nothing is due where the settings say nothing of what has shipped, or before there is a number to tell. */
function findUntold(
	{ order, onShopify }: Pair,
	{ state, ledger }: JointEvidence,
): readonly Finding[] {
	const { workspaceStatusMap = [] } = settingsIn<StatusMap>(ledger);
	const told = workspaceStatusMap.find(({ hubStatus }) => hubStatus === 'shipped')?.channelStatus;
	if (told === undefined || isOver(order)) return [];
	const itemsOf = (id: number) => order.items.filter((item) => item.package === id);
	const isHeardOf = (one: ShopifyFulfilmentState, number: string) =>
		order.packages.some(
			({ id, provider, tracking }) =>
				(tracking === number ||
					(makesNumbers(provider, state) &&
						difference(unitsOf(itemsOf(id)), contentsOf([one])).size === 0)) &&
				!itemsOf(id).some(({ actions }) =>
					actions.some((action) => nextOf[told]?.includes(action)),
				),
		);
	return leftOf(onShopify).flatMap((one): readonly Finding[] => {
		const number = trackingOf(one)?.number;
		return number === undefined || isHeardOf(one, number)
			? []
			: [
					stuck(
						`order ${order.number} left Shopify with ${number}, and The Iconic is not told all of it`,
					),
				];
	});
}

const doubled = (what: string): Finding => ({ kind: 'effectsDoubled', what });

const stuck = (what: string): Finding => ({ kind: 'stuck', what });
