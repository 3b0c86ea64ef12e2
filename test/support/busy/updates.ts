import type { ClaimedUpdate } from '../../../ledger/updateShapes';
import { failure } from '../telling';
import { isRefusal, stores, type Worker, type World } from './world';

/** How the sending of one update ends. */
async function tell({ ledger, luck }: Worker, claim: ClaimedUpdate) {
	const isDead = luck.isOneIn(8);
	if (isDead) return;
	if (!luck.isOneIn(3)) return void (await ledger.completeUpdate(claim, 'told'));
	await ledger.failUpdate(claim, failure(luck.of(['unavailable', 'rateLimited', 'rejected'])));
}

async function anyException({ ledger, luck }: Worker) {
	const open = await ledger.getExceptions(luck.of(stores).code, 50);
	const given = open.filter(({ kind }) => kind.startsWith('update'));
	return given.length === 0 ? undefined : luck.of(given);
}

/** What senders and people do to the outbox. */
export const toUpdates = {
	async send(worker) {
		const { luck, ledger } = worker;
		const claims = await ledger.claimUpdates(luck.of(stores).code, 1 + luck.below(4));
		// A lost claim is refused; those that came with it are told all the same.
		const told = await Promise.allSettled(claims.map((claim) => tell(worker, claim)));
		const surprise = told.find((one) => one.status === 'rejected' && !isRefusal(one.reason));
		if (surprise?.status === 'rejected') throw surprise.reason;
	},
	async retry(worker, { sentAgain }) {
		const exception = await anyException(worker);
		if (exception === undefined) return;
		sentAgain.add(Number(exception.reference));
		await worker.ledger.retryException(exception.id);
	},
	async dismiss(worker) {
		const exception = await anyException(worker);
		if (exception !== undefined) await worker.ledger.dismissException(exception.id, 'by hand');
	},
	/** Time passes: leases run out, and waits are over. */
	lapse: (_, { sql }) =>
		sql("UPDATE outbox SET due_at = 0, lease_until = 1 WHERE state IN ('pending', 'claimed')"),
} as const satisfies Record<string, (worker: Worker, world: World) => Promise<unknown>>;

/** Everybody has died, everything is due, and the last sender has luck. */
export async function sendAll({ ledger }: Worker, { sql }: World) {
	await sql("UPDATE outbox SET due_at = 0, lease_until = 1 WHERE state IN ('pending', 'claimed')");
	for (const { code } of stores) {
		for (let due = await ledger.claimUpdates(code, 50); due.length > 0; ) {
			for (const claim of due) await ledger.completeUpdate(claim, 'told');
			due = await ledger.claimUpdates(code, 50);
		}
	}
}
