import type { IconicState } from '../../../sandbox/theIconic/types';
import type { Finding } from '../../auditor/facts';
import type { LedgerRows } from '../../auditor/ledger';
import { difference, inWords } from '../../auditor/units';
import { carrierOf, makesNumbers } from './carriers';
import type { JointEvidence } from './evidence';
import { contentsOf, trackingOf } from './lines';
import { unitsOf } from './orders';
import type { Pair } from './pairs';
import { parcelsOf, type Parcel } from './parcels';

const isCarriedAsSaid = ({ made, left }: Parcel, state: IconicState, ledger: LedgerRows) =>
	left.some((one) => carrierOf(trackingOf(one)?.company ?? null, state, ledger) === made.provider);

/** Packages that The Iconic has with the carrier and the number that Shopify says. */
export const countTracked = ({ state, ledger }: JointEvidence, pairs: readonly Pair[]): number =>
	pairs.flatMap(parcelsOf).filter((parcel) => isCarriedAsSaid(parcel, state, ledger)).length;

/** What The Iconic was told of parcels, and Shopify says otherwise. A difference that a person was told of is theirs to settle. */
export const findParcels = (
	{ state, ledger }: JointEvidence,
	pairs: readonly Pair[],
): readonly Finding[] =>
	pairs
		.filter(({ isTold }) => !isTold)
		.flatMap((pair) =>
			parcelsOf(pair)
				.filter(({ made, items }) => items.length > 0 && !makesNumbers(made.provider, state))
				.flatMap((parcel): readonly Finding[] => {
					const { made, items, left } = parcel;
					if (made.tracking === null) return [];
					const named = `order ${pair.order.number} with ${made.tracking}`;
					if (left.length === 0) return [lost(`${named}: nothing left Shopify under this number`)];
					const [told, gone] = [unitsOf(items), contentsOf(left)];
					const apart = [...difference(told, gone).values()];
					const what = `${named}: The Iconic was told of ${inWords(told)}, ${inWords(gone)} left`;
					return [
						...(apart.some((units) => units > 0) ? [doubled(what)] : []),
						...(apart.some((units) => units < 0) ? [lost(what)] : []),
						...(isCarriedAsSaid(parcel, state, ledger)
							? []
							: [lost(`${named} goes by ${made.provider}, which is not what Shopify says`)]),
					];
				}),
		);

const lost = (what: string): Finding => ({ kind: 'lost', what });

const doubled = (what: string): Finding => ({ kind: 'doubled', what });
