import type { ChannelUpdate } from '../domain/channelUpdate';
import { instant } from '../domain/instant';
import { hasLeft } from '../domain/transitions';
import { isOff, trackingOf, type Entry, type ManifestRow } from './manifestRows';
import type { ManifestOrder, ManifestResult } from './manifestShapes';
import { elements, rows, type Work } from './statement';
import { never, type UpdateState } from './updateShapes';

/** What the channel is told of a parcel that leaves, as the outbox has it. */
interface Told {
	readonly id: number;
	readonly order_id: number;
	readonly body: string;
	readonly state: UpdateState;
	readonly detail: string | null;
	readonly due_at: number;
	/** Why it waits for a person, or waited until one dismissed it. */
	readonly kind: string | null;
	readonly dismissed_because: string | null;
}

type Outcome = Pick<ManifestOrder, 'result' | 'why' | 'update' | 'dueAt'>;

/** The orders of one manifest with what became of each, which only the outbox says. */
export function* ordersOn(
	manifest: ManifestRow,
	entries: readonly Entry[],
): Work<readonly ManifestOrder[]> {
	const told = manifest.state === 'open' ? [] : yield* toldOf(manifest.store, entries);
	return entries.map((entry) => ({
		order: entry.channel_id,
		number: entry.number,
		parcel: entry.parcel_id,
		status: entry.status ?? entry.order_status,
		tracking: trackingOf(entry),
		...outcomeOf(manifest, entry, told),
	}));
}

/** The shipping of these orders, as their channel is told of it; the newest last. */
function* toldOf(store: string, entries: readonly Entry[]): Work<readonly Told[]> {
	return yield* rows<Told>(
		`SELECT u.id, u.order_id, u.body, u.state, u.detail, u.due_at, x.kind, x.dismissed_because
		FROM outbox u LEFT JOIN exceptions x ON x.store = u.store AND x.reference = CAST(u.id AS TEXT)
			AND x.kind IN ('update_refused', 'update_not_sent') AND x.state <> 'resolved'
		WHERE u.order_id IN {ids} AND u.store = ? AND u.effect = 'status' AND u.body LIKE '%"hubStatus":"shipped"%'
		ORDER BY u.id`,
		elements(entries.map(({ order_id }) => order_id)),
		store,
	);
}

function outcomeOf(manifest: ManifestRow, entry: Entry, told: readonly Told[]): Outcome {
	const none = { update: null, dueAt: null };
	if (entry.left_out !== null) return { result: 'leftOut', why: entry.left_out, ...none };
	if (manifest.state === 'open') return { result: 'added', why: remarkOn(entry), ...none };
	const update = told.findLast(
		({ order_id, body }) => order_id === entry.order_id && isAbout(body, entry.parcel_id),
	);
	if (update !== undefined) return outcomeIn(update);
	if (entry.mapped_status !== null && hasLeft(entry.mapped_status)) {
		return { result: 'dispatched', why: 'The channel says so itself.', ...none };
	}
	return { result: 'notTold', why: unmapped, ...none };
}

const unmapped = 'Workspace Order Mapping of the store tells its channel nothing at Shipped.';

function remarkOn(entry: Entry): string | null {
	if (isOff(entry)) {
		return 'It was cancelled since. Keep the goods: closing the manifest leaves it out.';
	}
	return entry.status !== null && hasLeft(entry.status) ? 'It has left already.' : null;
}

const isAbout = (body: string, parcel: number) =>
	(JSON.parse(body) as ChannelUpdate).parcels.some((one) => one.parcel === parcel);

function outcomeIn({ id, state, detail, kind, due_at, dismissed_because }: Told): Outcome {
	const waits = state === 'pending' || state === 'claimed' || state === 'waiting';
	const dueAt = waits && due_at !== never ? instant(due_at) : null;
	const why = dismissed_because === null ? detail : `A person dismissed it: ${dismissed_because}`;
	return { result: resultOf(state, kind), why, update: id, dueAt };
}

function resultOf(state: UpdateState, kind: string | null): ManifestResult {
	if (state === 'exception') return kind === 'update_not_sent' ? 'givenUp' : 'refused';
	return results[state];
}

const results: Readonly<Record<Exclude<UpdateState, 'exception'>, ManifestResult>> = {
	pending: 'waiting',
	claimed: 'waiting',
	waiting: 'waiting',
	done: 'dispatched',
	untaken: 'notTold',
	superseded: 'notTold',
	dismissed: 'notTold',
};
