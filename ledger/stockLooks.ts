import { breath } from './breath';
import { reservationsIn } from './channelReservations';
import type { HeldBackDemand } from './demand';
import type { Offering } from './offering';
import { placesOf } from './places';
import type { Store } from './storeShapes';
import type { SyncRun } from './syncShapes';
import { first, type Engine, type Work } from './statement';
import { stretchAfter, suspectsIn, type AtOnce, type Stretch } from './suspects';

/** What one transaction looks at: figures where the process waits for that, else listings. And how many SKUs of that it finds. */
const figuresAtOnce = 10_000;
const listingsAtOnce = 10_000;
const suspectsAtOnce = 500;
/** Where the process does not wait, the server looks at two stretches at a time. */
const stretchesAtOnce = 2;

/** A stretch of a store's listings, and the SKUs of it that may have something to tell, in order. */
export interface Look extends Stretch {
	readonly suspects: readonly string[];
	/** It ends early, as there were more suspects. */
	readonly isCut: boolean;
}

interface Asked {
	readonly held: SyncRun;
	readonly store: Store;
	readonly demand: HeldBackDemand;
}

/**
 * Looks at the listings behind a SKU in order, a stretch at a time, until all have been looked at. What changes behind it is for
 * the next walk.
 */
export async function* looksFrom(
	{ run, isHeldUp }: Engine,
	after: string,
	asked: Asked,
): AsyncGenerator<Look> {
	const atOnce = isHeldUp ? { figures: figuresAtOnce } : { listings: listingsAtOnce };
	let last: Pick<Look, 'upTo' | 'isLast' | 'isCut'> = { upTo: after, isLast: false, isCut: false };
	while (!last.isLast) {
		const count = isHeldUp || last.isCut ? 1 : stretchesAtOnce;
		const { upTo } = last;
		const stretches = await run(() => stretchesAfter(asked.store, upTo, { atOnce, count }));
		const looks = await Promise.all(stretches.map((one) => run(() => lookAt(one, asked))));
		for (const look of looks) {
			yield look;
			last = look;
			if (look.isCut) break;
		}
		await breath();
	}
}

/** At least one, which may be empty. */
function* stretchesAfter(
	store: Store,
	after: string,
	{ atOnce, count }: { readonly atOnce: AtOnce; readonly count: number },
): Work<readonly Stretch[]> {
	const places = yield* placesOf([store.code]);
	const found: Stretch[] = [];
	for (let from = after; found.length < count; ) {
		const stretch = yield* stretchAfter(store, from, { ...atOnce, places });
		found.push(stretch ?? { after: from, upTo: from, isLast: true });
		if (stretch === null || stretch.isLast) break;
		from = stretch.upTo;
	}
	return found;
}

function* lookAt(stretch: Stretch, asked: Asked): Work<Look> {
	const offering = yield* offeringIn(stretch, asked);
	const limit = suspectsAtOnce;
	const suspects = yield* suspectsIn(asked.store, stretch, { ...offering, limit });
	const isCut = suspects.length === limit;
	if (!isCut) return { ...stretch, suspects, isCut };
	return { ...stretch, suspects, isCut, upTo: suspects.at(-1) ?? stretch.upTo, isLast: false };
}

/** What is offered of the stretch now; what was confirmed before `fullSince` is to be told again. */
export function* offeringIn(
	stretch: Pick<Stretch, 'after' | 'upTo'>,
	{ held, store, demand }: Asked,
): Work<Offering & { readonly fullSince: number }> {
	const places = yield* placesOf([store.code]);
	const reserved = yield* reservationsIn(store, stretch);
	return { places, demand, reserved, fullSince: yield* askedInFull(held) };
}

/** When a person last asked for all of it to be sent, in epoch ms; 0 where nobody has. */
function* askedInFull({ store, kind }: SyncRun): Work<number> {
	const sync = yield* first<{ full_at: number | null }>(
		'SELECT full_at FROM syncs WHERE store = ? AND kind = ?',
		store,
		kind,
	);
	return sync?.full_at ?? 0;
}
