import { draft, furnish, settings, type OpenLedger } from './ledgers';
import { outboxModel, type ModelUpdate } from './outboxModel';
import { line, placed } from './placed';
import { everyStep, failure, tracked } from './telling';

export const orders = ['a', 'b', 'c'];
const path = ['packed', 'shipped', 'delivered'] as const;
const words = { packed: 'READY', shipped: 'SHIPPED', delivered: 'DELIVERED' } as const;
const isShipped = (reached: number) => reached >= path.indexOf('shipped');

/** What one step is about; each action takes of it what it needs. */
export interface OutboxStep {
	readonly order: string;
	readonly worker: number;
	readonly limit: number;
	readonly kind: string;
}

/** Three accepted orders and three workers; every action is done to the ledger and to the model, which have to agree. */
export async function outboxWorld({ ledger, sql }: OpenLedger) {
	await furnish(ledger);
	await ledger.saveStore(draft({ settings: settings({ workspaceStatusMap: everyStep }) }));
	const lines = [line('1', 'A')];
	await ledger.importOrders(
		'ikas-tr',
		orders.map((id) => placed(id, { lines })),
	);
	await ledger.routeWaiting('ikas-tr', 50);
	const model = outboxModel();
	for (const order of orders) model.put(order, 'ACCEPTED');
	const reached = new Map(orders.map((order) => [order, -1]));
	const claims: { readonly id: number; readonly fence: number }[][] = [[], [], []];
	const retried = new Set<number>();
	const heard: ModelUpdate[] = [];
	let parcels = 0;

	async function agree(call: Promise<unknown>, isGranted: boolean) {
		const [outcome] = await Promise.allSettled([call]);
		expect(outcome.status).toBe(isGranted ? 'fulfilled' : 'rejected');
		return isGranted;
	}
	const given = (order: string) =>
		model.of(order).find(({ state }) => state === 'exception')?.id ?? 0;
	async function exceptionOf(id: number) {
		const filter = { reference: String(id) };
		const [exception] = await ledger.getExceptions('ikas-tr', 1, filter);
		return exception?.id ?? 0;
	}

	const actions = {
		async advance({ order }) {
			const next = path[(reached.get(order) ?? -1) + 1];
			if (next === undefined || model.isCancelled(order)) return;
			await ledger.changeStatus('ikas-tr', order, next);
			reached.set(order, path.indexOf(next));
			model.put(order, words[next]);
		},
		async track({ order }) {
			if (!isShipped(reached.get(order) ?? -1)) return;
			await ledger.setTracking('ikas-tr', order, tracked(`T${++parcels}`));
			model.wake(order);
			model.put(order, 'TRACKING');
		},
		async cancel({ order }) {
			if (isShipped(reached.get(order) ?? -1) || model.isCancelled(order)) return;
			await ledger.changeStatus('ikas-tr', order, 'cancelled');
			model.put(order, 'CANCELLED');
		},
		async claim({ worker, limit }) {
			const claimed = await ledger.claimUpdates('ikas-tr', limit);
			const byId = claimed.map(({ id, fence }) => ({ id, fence }));
			expect(byId).toEqual(model.claim(limit));
			claims[worker]?.push(...byId);
		},
		async hold({ worker }) {
			const claim = claims[worker]?.[0];
			if (claim) await agree(ledger.holdUpdate(claim), model.hold(claim));
		},
		async complete({ worker, kind }) {
			const claim = claims[worker]?.shift();
			if (claim === undefined) return;
			const isFirst = model.all[claim.id - 1]?.state === 'claimed';
			const isUntaken = kind === 'rejected';
			const completing = ledger.completeUpdate(claim, 'told', { isUntaken });
			const granted = await agree(completing, model.complete(claim, isUntaken));
			if (granted && isFirst && !isUntaken) heard.push(...model.all.slice(claim.id - 1, claim.id));
		},
		async fail({ worker, kind }) {
			const claim = claims[worker]?.shift();
			if (claim) await agree(ledger.failUpdate(claim, failure(kind)), model.fail(claim, kind));
		},
		async postpone({ worker, limit }) {
			const claim = claims[worker]?.shift();
			if (claim === undefined) return;
			const until = limit === 1 ? null : '2099-03-02T10:00:00.000Z';
			const isGranted = model.postpone(claim, until === null);
			await agree(ledger.postponeUpdate(claim, 'not yet', { until }), isGranted);
		},
		async retry({ order }) {
			const id = given(order);
			if (id === 0) return;
			const call = ledger.retryException(await exceptionOf(id));
			if (await agree(call, model.retry(id))) retried.add(id);
		},
		async dismiss({ order }) {
			const id = given(order);
			if (id === 0) return;
			await ledger.dismissException(await exceptionOf(id), 'done by hand');
			model.dismiss(id);
		},
		async wear() {
			await sql("UPDATE outbox SET attempts = 9 WHERE state = 'pending'");
			model.wear();
		},
		async lapse() {
			await sql("UPDATE outbox SET lease_until = 1 WHERE state = 'claimed'");
			model.lapse();
		},
		async due() {
			await sql('UPDATE outbox SET due_at = 0');
			model.becomeDue();
		},
	} as const satisfies Record<string, (step: OutboxStep) => Promise<void>>;
	return { model, actions, heard, retried };
}
