import { takesOff, type ChannelUpdate } from '../domain/channelUpdate';
import type { HubStatus } from '../domain/hubStatus';
import { shown } from '../domain/sku';
import { raise } from './exceptions';
import { handedOverOf } from './handedOver';
import { orderById } from './orders';
import type { Store } from './storeShapes';
import { run, type Work } from './statement';

/** How often an update is sent at most before a person has to look. */
export const mostTries = 10;

/** An update of the outbox, as it is kept. */
export interface KeptUpdate {
	readonly id: number;
	readonly order_id: number;
	readonly body: string;
}

/** Why it is not sent again. */
export interface Unsent {
	readonly kind: 'update_refused' | 'update_not_sent';
	readonly why: string;
	/** What to do, where it is known better than from the kind. */
	readonly advice?: string;
}

/** Hands the update over to a person; later ones of the order go on, for they carry the newer state. */
export function* giveUp(store: Store, kept: KeptUpdate, { kind, why, advice }: Unsent): Work<void> {
	const update = JSON.parse(kept.body) as ChannelUpdate;
	const { status } = yield* orderById(kept.order_id);
	const given = (yield* handedOverOf([kept.order_id])).get(kept.order_id);
	const as =
		given?.oms === store.code && given.oms_id !== null
			? ` as ${given.number}, ${given.oms_id}`
			: '';
	yield* run(
		"UPDATE outbox SET state = 'exception', lease_until = NULL, detail = ?, ended_at = {now} WHERE id = ?",
		why,
		kept.id,
	);
	yield* raise({
		store: store.code,
		kind,
		reference: String(kept.id),
		cause: `${untold(store.channel, update, { as, status })}: ${why}`,
		advice: advice ?? adviceFor(store.channel, update, kind),
		settingsVersion: store.version,
		payload: update,
		order: kept.order_id,
	});
}

/** `as`: what an OMS calls the order. `status`: what the hub has it as. */
function untold(
	channel: string,
	{ effect, number, hubStatus, ...update }: ChannelUpdate,
	{ as, status }: { readonly as: string; readonly status: HubStatus },
): string {
	if (effect === 'cancel' && status !== 'cancelled') {
		return `Order ${number} was to be cancelled, and stays ${status}, as ${channel} has it${as || ' as active'}`;
	}
	if (effect === 'cancel') {
		return `Order ${number} is cancelled in the hub, and ${channel} still has it${as || ' as active'}`;
	}
	if (effect === 'reduce') {
		return `Order ${number} lacks ${unitsIn(update.lines)} in the hub, and ${channel} still has it${as}`;
	}
	if (effect === 'status') {
		return `${channel} was not told that order ${number} is ${hubStatus} (${update.channelStatus})`;
	}
	if (effect === 'create') return `Order ${number} was not handed over to ${channel}`;
	const numbers = update.parcels.map(({ tracking }) => tracking?.number ?? 'none').join(', ');
	return `${channel} was not told the new tracking number of order ${number} (${numbers})`;
}

const unitsIn = (lines: ChannelUpdate['lines'] = []) =>
	lines.map(({ line, quantity }) => `${quantity} of line ${shown(line)}`).join(', ');

function adviceFor(channel: string, { effect }: ChannelUpdate, kind: Unsent['kind']): string {
	if (kind === 'update_not_sent') {
		return `See whether ${channel} answers and its credential is good, then retry. Later changes of the order are sent meanwhile.`;
	}
	return takesOff(effect)
		? `Cancel it on ${channel} by hand and dismiss this. If it was shipped, handle it as a return.`
		: `Look at the order on ${channel}. Mend what it names and retry, or enter it there by hand and dismiss this.`;
}
