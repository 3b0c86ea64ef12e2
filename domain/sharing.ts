import { least, less, type Offer, type Row } from './offer';

/** What one hub gives of the order. */
export interface Share {
	readonly offer: Offer;
	readonly units: Row;
}

/** The shares in the order of the set, none when it cannot be done; then `barred` is a hub whose share may not leave. */
export interface Shared {
	readonly shares: readonly Share[];
	readonly barred: { readonly offer: Offer; readonly why: string } | null;
}

/**
 * Shares the order out over hubs that have everything together: each in its turn all it has. A hub whose share may not
 * leave gets the first turn, so that more goes along with it. `whyNot` says why a share may not leave, or null.
 */
export function shareOut(
	set: readonly Offer[],
	wanted: Row,
	whyNot: (units: Row) => string | null,
): Shared {
	let turns = set;
	let first: Shared['barred'] = null;
	for (let tries = 0; tries <= set.length; tries++) {
		const shares = inTurn(turns, wanted);
		const barred = lastBarred(shares, whyNot);
		if (barred === null) {
			return { shares: set.flatMap((offer) => shares.filter((of) => of.offer === offer)), barred };
		}
		first ??= barred;
		turns = [barred.offer, ...turns.filter((offer) => offer !== barred.offer)];
	}
	return { shares: [], barred: first };
}

function inTurn(turns: readonly Offer[], wanted: Row): readonly Share[] {
	let missing = wanted;
	return turns.map((offer) => {
		const units = least(missing, offer.units);
		missing = less(missing, units);
		return { offer, units };
	});
}

/** The last, because it is the least preferred hub. */
function lastBarred(
	shares: readonly Share[],
	whyNot: (units: Row) => string | null,
): Shared['barred'] {
	for (const { offer, units } of shares.toReversed()) {
		const why = whyNot(units);
		if (why !== null) return { offer, why };
	}
	return null;
}
