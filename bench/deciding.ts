import { quantities } from '../domain/quantities';
import { route } from '../domain/route';
import {
	strategies,
	type CandidateHub,
	type RoutingRequest,
	type RoutingRule,
	type StrategyName,
} from '../domain/routing';
import type { Figure } from './figure';
import { hubs, order, skusOf } from './trade';

/** The best of several rounds: what else the machine does in the meantime is not the decision's cost. */
const rounds = 5;
const variety = 500;

interface Case {
	readonly request: RoutingRequest;
	readonly hubs: readonly CandidateHub[];
}

/** Decisions alone, reasons included, without a ledger. */
export const deciding = async (): Promise<readonly Figure[]> => [
	...strategies.map((strategy) => ({
		name: `deciding: ${strategy}, ${hubs.length} hubs`,
		value: decisionsPerSecond({ name: strategy, strategy }, wholeOrder),
		unit: 'decisions/s' as const,
		target: { least: 50_000 },
	})),
	{
		name: `deciding: priority, ${hubs.length} hubs with working hours`,
		value: decisionsPerSecond(
			{ name: 'by day', strategy: 'priority', workingHours: 'prefer' },
			(at) => ({ ...wholeOrder(at), hubs: wholeOrder(at).hubs.map(atWork) }),
		),
		unit: 'decisions/s',
	},
	{
		name: 'deciding: fewest parcels of 10 hubs and 6 SKUs, every set tried',
		value: splitMs('fewestParcels', 10),
		unit: 'ms',
		target: { most: 1 },
	},
	{
		name: 'deciding: fewest parcels of 20 hubs and 6 SKUs, one hub after the other',
		value: splitMs('fewestParcels', 20),
		unit: 'ms',
		target: { most: 1 },
	},
	{
		name: 'deciding: nearest, split over 20 hubs and 6 SKUs',
		value: splitMs('nearest', 20),
		unit: 'ms',
		target: { most: 1 },
	},
];

const splitMs = (strategy: StrategyName, among: number) =>
	1000 /
	decisionsPerSecond(
		{ name: strategy, strategy, split: { smallestValue: 0, mostParcels: null } },
		(at) => splitOrder(at, among),
		500,
	);

function decisionsPerSecond(
	rule: RoutingRule,
	caseOf: (at: number) => Case,
	decisions = 10_000,
): number {
	const ruleSet = { code: rule.name, version: 1, rules: [rule] };
	const cases = Array.from({ length: variety }, (_, at) => caseOf(at));
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

const request = (at: number): RoutingRequest => {
	const { lines, shipTo, total, tags, payment, weight } = order(at);
	return {
		wanted: quantities(lines.map(({ sku, ordered }) => [sku ?? '', ordered])),
		forcedHub: null,
		shipTo: {
			latitude: shipTo?.latitude ?? null,
			longitude: shipTo?.longitude ?? null,
			country: shipTo?.country ?? null,
			region: shipTo?.region ?? null,
			postcode: shipTo?.postcode ?? null,
		},
		channel: 'ikas',
		store: 'ikas-tr',
		tags,
		payment,
		value: total,
		weight,
		prices: new Map(lines.map(({ sku, unitPrice }) => [sku ?? '', unitPrice])),
		maySplit: true,
		at: '2026-03-02T10:15:00.000Z',
	};
};

const candidate = (place: number, available: CandidateHub['available']): CandidateHub => ({
	...(hubs[place % hubs.length] ?? { code: '', active: true, latitude: null, longitude: null }),
	available,
	openOrders: place,
	orderLimit: null,
	workingHours: null,
});

/** Half of the hubs lack a SKU. */
const wholeOrder = (at: number): Case => ({
	request: request(at),
	hubs: hubs.map((_, place) =>
		candidate(
			place,
			quantities(skusOf(at).map((sku, line) => [sku, place % 2 === 0 && line === 2 ? 0 : 9])),
		),
	),
});

const atWork = (hub: CandidateHub): CandidateHub => ({
	...hub,
	workingHours: {
		timeZone: 'Europe/Istanbul',
		days: [1, 2, 3, 4, 5],
		opens: '09:00',
		closes: '18:00',
		cutOff: '15:00',
	},
});

/** Each hub has a part of three of the six SKUs, so that it takes several. */
const splitOrder = (at: number, among: number): Case => {
	const skus = Array.from({ length: 6 }, (_, place) => `SKU-${place}`);
	return {
		request: { ...request(at), wanted: quantities(skus.map((sku) => [sku, 4])) },
		hubs: Array.from({ length: among }, (_, place) =>
			candidate(
				place,
				quantities(
					[0, 1, 2].map((step) => [
						skus[(at + place + step) % skus.length] ?? '',
						2 + ((at + place) % 3),
					]),
				),
			),
		),
	};
};
