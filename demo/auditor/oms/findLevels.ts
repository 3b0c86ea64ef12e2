import type { Finding } from '../facts';
import { difference, sum } from '../units';
import type { OmsEvidence, Pair } from './pairs';
import { placeOf } from './view';

/** Figures of the hub that are not those of its stock master, and units promised beyond what is there. */
export const findLevels = (evidence: OmsEvidence, pairs: readonly Pair[]): readonly Finding[] => [
	...findInHub(evidence),
	...findBeyond(evidence, pairs),
];

/** What the OMS may still promise is what the hub has; below zero is nothing. */
function findInHub({ oms, ledger }: OmsEvidence): readonly Finding[] {
	const hubs = ledger.oms.places;
	const inOms = sum(
		skusIn(ledger).flatMap((sku) =>
			hubs.map(({ hub, location }) => [
				placeOf(sku, hub),
				Math.max(0, oms.free.get(placeOf(sku, location)) ?? 0),
			]),
		),
	);
	const inHub = sum(
		ledger.stock
			.filter(({ hub }) => hubs.some((place) => place.hub === hub))
			.map(({ sku, hub, on_hand }) => [placeOf(sku, hub), on_hand]),
	);
	return [...difference(inHub, inOms)].map(([place, apart]) => {
		const what = `${place}: the hub has ${inHub.get(place) ?? 0}, the OMS may promise ${inOms.get(place) ?? 0}`;
		return { kind: apart > 0 ? 'oversold' : 'stuck', what };
	});
}

const skusIn = ({ stock }: OmsEvidence['ledger']): readonly string[] => [
	...new Set(stock.map(({ sku }) => sku)),
];

/** Orders that the hub knows to want more than there is are held, and count as short. */
function findBeyond({ oms }: OmsEvidence, pairs: readonly Pair[]): readonly Finding[] {
	const promised = sum(
		pairs
			.filter(({ row }) => row?.status !== 'on_hold')
			.flatMap(({ made }) => made.flatMap(({ open }) => [...open])),
	);
	return [...oms.free].flatMap(([place, free]): readonly Finding[] => {
		const beyond = Math.min(-free, promised.get(place) ?? 0);
		return beyond > 0
			? [{ kind: 'oversold', what: `${place}: ${beyond} are promised that the OMS has not` }]
			: [];
	});
}
