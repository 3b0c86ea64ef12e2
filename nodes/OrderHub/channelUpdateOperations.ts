import type { IExecuteFunctions } from 'n8n-workflow';
import type { ParcelTold } from '../../domain/channelUpdate';
import { refused } from '../../domain/failure';
import { instant, type Instant } from '../../domain/instant';
import type { OmsReference } from '../../domain/oms';
import { updateNeeds, updateStates, type ClaimedUpdate } from '../../ledger/updateShapes';
import { jsonOf, oneOf, text } from '../shared/parameters';
import { gives, limit, lists, store } from './calls';
import { failureIn } from '../shared/failureIn';

export const channelUpdateOperations = {
	'channelUpdate:claim': lists((ledger, ...at) => ledger.claimBatch(store(...at), limit(...at))),
	'channelUpdate:complete': gives((ledger, ...at) => {
		const json = jsonOf(...at);
		const { detail: given, outcome, until, parcels, memo: noted, omsOrder } = json;
		const detail = typeof given === 'string' ? given : '';
		const memo = memoOf(noted);
		if (outcome === 'waits') {
			const waitsFor = updateNeeds.find((need) => need === json.waitsFor);
			const wait = { until: untilOf(until), memo, parcels: toldOf(parcels), waitsFor };
			return ledger.postponeUpdate(claimOf(...at), detail, wait);
		}
		return ledger.completeUpdate(claimOf(...at), detail, {
			...{ isUntaken: outcome === 'untaken', parcels: toldOf(parcels), memo },
			omsOrder: omsOrderOf(omsOrder),
		});
	}),
	'channelUpdate:fail': gives((ledger, ...at) =>
		ledger.failUpdate(claimOf(...at), failureIn(jsonOf(...at))),
	),
	'channelUpdate:getMany': lists((ledger, context, item) => {
		const state = text(context, 'filters.state', item);
		return ledger.getUpdates({
			store: store(context, item),
			state: state === '' ? undefined : oneOf(updateStates, state, 'state'),
			order: text(context, 'filters.orderId', item) || undefined,
			limit: limit(context, item),
		});
	}),
};

/** When it is tried again; null waits for a person, so that nothing else may be taken for it. */
function untilOf(until: unknown): Instant | null {
	if (until === null) return null;
	const at = typeof until === 'string' ? Date.parse(until) : NaN;
	if (!Number.isNaN(at)) return instant(at);
	throw refused(
		"The item says that the update waits, and not until when. Give it as the channel's Send Update gave it.",
	);
}

/** What the channel said of the parcels, as Send Update gave it. */
function toldOf(parcels: unknown): readonly ParcelTold[] {
	if (parcels === undefined || parcels === null) return [];
	const isTold = (one: unknown) =>
		typeof one === 'object' && one !== null && 'parcel' in one && typeof one.parcel === 'number';
	if (Array.isArray(parcels) && parcels.every(isTold)) {
		return parcels.map(({ parcel, tracking, label, invoice }) => ({
			parcel,
			tracking: tracking ?? null,
			label: label ?? null,
			...(invoice && { invoice }),
		}));
	}
	throw refused(
		"The item says nothing usable of its parcels. Give it as the channel's Send Update gave it.",
	);
}

/** What the channel's node wants at hand of the order from now on, as Send Update gave it. */
function memoOf(noted: unknown): string | undefined {
	if (noted === undefined || noted === null) return undefined;
	if (typeof noted === 'string') return noted;
	throw refused("The item's memo is no text. Give it as the channel's Send Update gave it.");
}

/** What the OMS calls an order that was handed over, as Send Update gave it. */
function omsOrderOf(given: unknown): OmsReference | undefined {
	if (given === undefined || given === null) return undefined;
	const { id, number } = Object(given) as Readonly<Record<string, unknown>>;
	if (typeof id === 'string' && typeof number === 'string') return { id, number };
	throw refused(
		"The item says nothing usable of the OMS's order. Give it as the OMS's Send Update gave it.",
	);
}

/** The claim on the item, as Claim gave it. */
function claimOf(context: IExecuteFunctions, item: number): Pick<ClaimedUpdate, 'id' | 'fence'> {
	const { id, fence } = jsonOf(context, item);
	if (typeof id === 'number' && typeof fence === 'number') return { id, fence };
	throw refused(
		'The item holds no claimed update: "id" or "fence" is missing. Connect this node behind Channel Update > Claim.',
	);
}
