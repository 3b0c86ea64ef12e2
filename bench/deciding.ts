import { quantities } from '../domain/quantities';
import { route } from '../domain/route';
import {
	strategies,
	type CandidateHub,
	type RoutingRequest,
	type StrategyName,
} from '../domain/routing';
import type { Figure } from './figure';
import { hubs, order, skusOf } from './trade';

/** The best of several rounds: what else the machine does in the meantime is not the decision's cost. */
const rounds = 5;
const decisions = 10_000;
const variety = 500;

/** Decisions alone, reasons included, without a ledger. */
export const deciding = async (): Promise<readonly Figure[]> =>
	strategies.map((strategy) => ({
		name: `deciding: ${strategy}, ${hubs.length} hubs`,
		value: decisionsPerSecond(strategy),
		unit: 'decisions/s',
		target: { least: 20_000 },
	}));

function decisionsPerSecond(strategy: StrategyName): number {
	const ruleSet = { code: strategy, version: 1, rules: [{ name: strategy, strategy }] };
	const cases = Array.from({ length: variety }, (_, at) => ({
		request: request(at),
		hubs: candidates(at),
	}));
	const decide = (count: number) => {
		let taken = 0;
		for (let at = 0; at < count; at++) {
			const one = cases[at % variety];
			if (one !== undefined && route(one.request, one.hubs, ruleSet).hub !== null) taken++;
		}
		if (taken !== count) throw new Error(`${taken} of ${count} decisions found a hub`);
	};
	const milliseconds = Array.from({ length: rounds }, () => {
		const from = performance.now();
		decide(decisions);
		return performance.now() - from;
	});
	return (decisions * 1000) / Math.min(...milliseconds);
}

const request = (at: number): RoutingRequest => ({
	wanted: quantities(order(at).lines.map(({ sku, ordered }) => [sku ?? '', ordered])),
	forcedHub: null,
	shipTo: order(at).shipTo ?? { latitude: null, longitude: null },
});

/** Half of the hubs lack a SKU. */
const candidates = (at: number): readonly CandidateHub[] =>
	hubs.map((hub, place) => ({
		...hub,
		available: quantities(
			skusOf(at).map((sku, line) => [sku, place % 2 === 0 && line === 2 ? 0 : 9]),
		),
	}));
