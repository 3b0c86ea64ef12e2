import type { HubStatus } from '../../domain/hubStatus';
import type { StoreSettings, WorkspaceStatusRow } from '../../domain/store';
import type { Ledger } from '../../ledger/ledger';
import type { ClaimedUpdate } from '../../ledger/updateShapes';
import { draft, ikasStore, settings, type OpenLedger } from './ledgers';
import { line, placed } from './placed';

/** Workspace Order Mapping of a store whose channel hears of every step. */
export const everyStep: readonly WorkspaceStatusRow[] = [
	{ hubStatus: 'new_order', channelStatus: 'ACCEPTED' },
	{ hubStatus: 'packed', channelStatus: 'READY' },
	{ hubStatus: 'ready_to_ship', channelStatus: 'READY' },
	{ hubStatus: 'shipped', channelStatus: 'SHIPPED' },
	{ hubStatus: 'delivered', channelStatus: 'DELIVERED' },
	{ hubStatus: 'cancelled', channelStatus: 'CANCELLED' },
];

export const tracked = (number: string) => ({ number, carrier: 'Aras', url: null });

export const failure = (kind: string, retryAfterMs: number | null = null) => ({
	kind,
	message: `it said ${kind}`,
	retryAfterMs,
});

const said = ({ update }: Pick<ClaimedUpdate, 'update'>) =>
	`${update.number} ${update.effect === 'tracking' ? 'TRACKING' : update.channelStatus}`;

function only<T>(found: readonly T[]): T {
	const [one, ...others] = found;
	if (one === undefined || others.length > 0) throw new Error(`expected one, not ${found.length}`);
	return one;
}

/** A furnished ledger whose channel hears of every step, and what tests of the outbox do with it. */
export function tellingStore(open: () => Promise<OpenLedger>, change: Partial<StoreSettings> = {}) {
	const hub = ikasStore(open);
	beforeEach(async () => {
		const told = settings({ workspaceStatusMap: everyStep, ...change });
		await hub.ledger.saveStore(draft({ settings: told }));
	});
	const claim = (limit = 50, ledger: Ledger = hub.ledger) => ledger.claimUpdates('ikas-tr', limit);
	const claimOne = async () => only(await claim());
	const theException = async () => only(await hub.ledger.getExceptions('ikas-tr', 50));
	/** Orders that have their hub: the channel is to hear that they are accepted. */
	async function accept(...ids: readonly string[]) {
		await hub.take(...ids.map((id) => placed(id, { lines: [line('1', 'A')] })));
		await hub.route();
	}
	return Object.assign(hub, {
		claim,
		claimOne,
		theException,
		accept,
		/** The exception about an accepted order that the channel does not take. */
		async refusedUpdate() {
			await accept('1');
			await hub.ledger.failUpdate(await claimOne(), failure('rejected'));
			return await theException();
		},
		async move(id: string, ...statuses: readonly HubStatus[]) {
			for (const status of statuses) await hub.ledger.changeStatus('ikas-tr', id, status);
		},
		/** Everything in the outbox and where it stands, oldest first. */
		async outbox() {
			const updates = await hub.ledger.getUpdates({ store: 'ikas-tr', limit: 500 });
			return updates.toReversed().map((one) => `${said(one)} ${one.state}`);
		},
		/** Tells the channel all that is due; answers what it heard. */
		async send() {
			const heard: string[] = [];
			for (let due = await claim(); due.length > 0; due = await claim()) {
				for (const one of due) {
					await hub.ledger.completeUpdate(one, 'told');
					heard.push(said(one));
				}
			}
			return heard;
		},
		/** Whoever claimed updates has died. */
		lapse: () => hub.sql("UPDATE outbox SET lease_until = 1 WHERE state = 'claimed'"),
		becomeDue: () => hub.sql("UPDATE outbox SET due_at = 0 WHERE state = 'pending'"),
	});
}
