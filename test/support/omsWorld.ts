import type { ClaimedUpdate } from '../../ledger/updateShapes';
import { begun, draft, furnish, settings, type OpenLedger } from './ledgers';
import { connectOms } from './omsStores';
import { cancelled, line, placed } from './placed';
import { pretendOms } from './pretendOms';
import { everyStep, failure } from './telling';

export const orders = ['a', 'b', 'c', 'd', 'e'];

/** What one step is about; each action takes of it what it needs. */
export interface OmsStep {
	readonly order: string;
	readonly units: number;
	readonly worker: number;
	readonly limit: number;
	readonly isOne: boolean;
}

const linesOf = (units: number, off: ReadonlySet<string>) =>
	[line('1', 'A', units), line('2', 'A'), line('3', 'B', units)].map((one) =>
		off.has(one.id) ? { ...one, cancelled: one.ordered } : one,
	);

/** A channel that sells, an OMS that ships, and three workers that carry word between them and may die on the way. */
export async function omsWorld({ ledger, sql }: OpenLedger) {
	await furnish(ledger);
	await ledger.saveStore(draft({ settings: settings({ workspaceStatusMap: everyStep }) }));
	await connectOms(ledger);
	const oms = pretendOms();
	const claims: ClaimedUpdate[][] = [[], [], []];
	const units = new Map<string, number>();
	/** Lines that are cancelled alone on the channel, by order. */
	const off = new Map<string, Set<string>>();
	const heard: string[] = [];
	let numbers = 0;

	const offIn = (order: string) => off.get(order) ?? new Set<string>();
	const sold = (order: string) =>
		placed(order, { lines: linesOf(units.get(order) ?? 1, offIn(order)) });
	async function done(call: Promise<unknown>) {
		const [outcome] = await Promise.allSettled([call]);
		return outcome.status === 'fulfilled';
	}
	/** What the connector does: it looks, and does what is missing. */
	function carryOut({ update }: ClaimedUpdate) {
		const { effect, handOver } = update;
		if (handOver === undefined) throw new Error('an OMS is told of an order without the order');
		if (effect === 'create') return { omsOrder: oms.create(handOver) };
		if (effect === 'reduce') return oms.reduce(handOver) ? {} : null;
		return oms.cancel(handOver.key) ? {} : null;
	}
	const conclude = async (claim: ClaimedUpdate, told: ReturnType<typeof carryOut>) =>
		await done(
			told === null
				? ledger.failUpdate(claim, failure('rejected'))
				: ledger.completeUpdate(claim, 'told', told),
		);

	const actions = {
		async sell({ order, units: wanted }) {
			if (!units.has(order)) units.set(order, wanted);
			await ledger.importOrders('ikas-tr', [sold(order)]);
		},
		async cancelThere({ order }) {
			if (units.has(order)) await ledger.importOrders('ikas-tr', [cancelled(sold(order), 9)]);
		},
		/** Somebody cancels a line alone, and the channel tells with the rest. */
		async cutThere({ order, isOne }) {
			if (!units.has(order)) return;
			off.set(order, new Set([...offIn(order), isOne ? '2' : '3']));
			await ledger.importOrders('ikas-tr', [sold(order)]);
		},
		async cutInOms({ order }) {
			const held = oms.of(order);
			if (held !== undefined) oms.takeOff(held);
		},
		async cancelHere({ order }) {
			await done(ledger.changeStatus('ikas-tr', order, 'cancelled'));
		},
		async hold({ order, isOne }) {
			const to = isOne ? 'on_hold' : 'created';
			await done(ledger.changeStatus('ikas-tr', order, to));
		},
		async route() {
			await ledger.routeWaiting('ikas-tr', 50);
		},
		async claim({ worker, limit }) {
			claims[worker]?.push(...(await ledger.claimUpdates('shopify', limit)));
		},
		async send({ worker }) {
			const claim = claims[worker]?.shift();
			if (claim === undefined || !(await done(ledger.holdUpdate(claim)))) return;
			await conclude(claim, carryOut(claim));
		},
		/** The answer is lost, and the worker with it where it says nothing more. */
		async lose({ worker, isOne }) {
			const claim = claims[worker]?.shift();
			if (claim === undefined || !(await done(ledger.holdUpdate(claim)))) return;
			carryOut(claim);
			if (isOne) await done(ledger.failUpdate(claim, failure('unavailable')));
		},
		async fail({ worker, isOne }) {
			const claim = claims[worker]?.shift();
			const kind = isOne ? 'unavailable' : 'rateLimited';
			if (claim !== undefined) await done(ledger.failUpdate(claim, failure(kind)));
		},
		async ship({ order, isOne }) {
			const held = oms.of(order);
			const number = numbers++ % 2 === 0 ? null : `T${numbers}`;
			if (held !== undefined) oms.ship(held, { isAll: !isOne, number });
		},
		async track({ order }) {
			const held = oms.of(order);
			if (held !== undefined) oms.track(held, `T${++numbers}`);
		},
		async cancelInOms({ order }) {
			oms.cancel(`ikas merchant-1 ${order}`);
		},
		async read() {
			await sql("UPDATE syncs SET due_at = 0 WHERE kind = 'fulfilments'");
			const run = await begun(ledger, 'fulfilments', 'shopify');
			const page = { orders: oms.page(), next: null, watermark: '2026-03-02T12:00:00.000Z' };
			const stored = await ledger.importFulfilments({ run, ...page });
			await ledger.endSync(stored.run, null);
		},
		async tell() {
			for (const one of await ledger.claimUpdates('ikas-tr', 50)) {
				await ledger.completeUpdate(one, 'told');
				const { effect, order, channelStatus } = one.update;
				heard.push(`${order} ${effect === 'reduce' ? 'REDUCED' : channelStatus}`);
			}
		},
		async lapse() {
			await sql("UPDATE outbox SET lease_until = 1 WHERE state = 'claimed'");
		},
		async due() {
			await sql("UPDATE outbox SET due_at = 0 WHERE state = 'pending'");
		},
	} as const satisfies Record<string, (step: OmsStep) => Promise<void>>;
	return { oms, actions, heard };
}
