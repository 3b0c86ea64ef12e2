import type { Finding } from '../facts';
import { settingsIn } from '../settings';
import { difference, inWords, sum } from '../units';
import type { OmsEvidence, Pair } from './pairs';
import type { Parcel } from './view';

interface StatusMap {
	readonly workspaceStatusMap: readonly { readonly hubStatus: string }[];
}

/**
 * What the channel was told of parcels, and the OMS says otherwise. A difference that a person was told of is theirs to settle, and
 * a channel that the settings tell nothing of has nothing to show.
 */
export function findParcels({ ledger }: OmsEvidence, pairs: readonly Pair[]): readonly Finding[] {
	const { workspaceStatusMap = [] } = settingsIn<StatusMap>(ledger);
	const tells = (status: string) =>
		workspaceStatusMap.some(({ hubStatus }) => hubStatus === status);
	return pairs
		.filter(({ isTold }) => !isTold)
		.flatMap((pair) => [
			...findUntrue(pair),
			...(tells('shipped') && !pair.order.isCancelled ? findUntold(pair, tells('delivered')) : []),
		]);
}

const leftOf = ({ made }: Pair): readonly Parcel[] => made.flatMap(({ parcels }) => parcels);

const unitsOf = (parcels: readonly Parcel[]) => sum(parcels.flatMap(({ units }) => [...units]));

/** What the channel shows as gone that is not, or as arrived. */
function findUntrue(pair: Pair): readonly Finding[] {
	const left = leftOf(pair);
	const isArrived = ({ state }: Parcel) => state !== 'shipped';
	return (
		[
			['gone', pair.shown, left],
			['arrived', pair.shown.filter(isArrived), left.filter(isArrived)],
		] as const
	).flatMap(([what, shown, of]): readonly Finding[] => {
		const [said, gone] = [unitsOf(shown), unitsOf(of)];
		const isBeyond = [...difference(said, gone).values()].some((units) => units > 0);
		const told = `order ${pair.order.number}: ${inWords(said)} shown as ${what}, ${inWords(gone)} in the OMS`;
		return isBeyond ? [{ kind: 'effectsDoubled', what: told }] : [];
	});
}

/** What left the OMS and the channel does not show, with this number and carrier and of these units. */
const findUntold = (pair: Pair, tellsArrivals: boolean): readonly Finding[] =>
	leftOf(pair).flatMap((parcel): readonly Finding[] => {
		const named = `order ${pair.order.number} left the OMS with ${parcel.number}`;
		const shown = pair.shown.find(({ number }) => number === parcel.number);
		if (!shown) return [lost(`${named}, which the channel does not show`)];
		return [
			...(difference(shown.units, parcel.units).size > 0
				? [lost(`${named}: ${inWords(parcel.units)}; the channel shows ${inWords(shown.units)}`)]
				: []),
			...(shown.carrier === parcel.carrier
				? []
				: [lost(`${named} by ${parcel.carrier}; the channel shows ${shown.carrier}`)]),
			...(tellsArrivals && parcel.state === 'delivered' && shown.state !== 'delivered'
				? [lost(`${named} and arrived; the channel does not show that`)]
				: []),
		];
	});

const lost = (what: string): Finding => ({ kind: 'lost', what });
