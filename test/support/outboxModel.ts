import type { UpdateState } from '../../ledger/updateShapes';

/** An update as the model has it; ids count up from 1, as in a fresh ledger. */
export interface ModelUpdate {
	readonly id: number;
	readonly order: string;
	readonly said: string;
	state: UpdateState;
	fence: number;
	attempts: number;
	isDue: boolean;
	/** Its lease runs. */
	isLive: boolean;
	/** It waits for the size of its parcel, whatever else is said. */
	isAsked: boolean;
}

type Claim = Pick<ModelUpdate, 'id' | 'fence'>;

/** What goes first, the later of the list before the others. */
const urgent = ['ACCEPTED', 'CANCELLED'];
const rankOf = ({ said }: ModelUpdate) => urgent.indexOf(said);
const mostTries = 10;

/** What G7 promises for orders of one parcel, in the plainest way: a list that is walked from its beginning. */
export function outboxModel() {
	const all: ModelUpdate[] = [];
	const of = (order: string): readonly ModelUpdate[] => all.filter((one) => one.order === order);
	const isOpen = ({ state }: ModelUpdate) =>
		state === 'pending' || state === 'claimed' || state === 'waiting';
	const isCancelled = (order: string) => of(order).some(({ said }) => said === 'CANCELLED');
	const isMoot = ({ order, said }: ModelUpdate) => said !== 'CANCELLED' && isCancelled(order);
	const isClaimable = (one: ModelUpdate) =>
		isOpen(one) &&
		one.isDue &&
		!of(one.order).some(({ isLive }) => isLive) &&
		of(one.order).find(isOpen) === one;
	const end = (one: ModelUpdate, state: UpdateState) =>
		Object.assign(one, { state, isLive: false });
	const take = (one: ModelUpdate) =>
		Object.assign(one, {
			state: 'claimed' as const,
			isLive: true,
			fence: one.fence + 1,
			attempts: one.attempts + 1,
		});
	/** The update while the claim is good, else undefined. */
	const held = ({ id, fence }: Claim) =>
		all.find((one) => one.id === id && one.fence === fence && one.state === 'claimed');

	return {
		all,
		of,
		isCancelled,
		put(order: string, said: string) {
			if (said === 'CANCELLED') {
				const unsent = of(order).filter((one) => isOpen(one) && !one.isLive);
				for (const one of unsent) end(one, 'superseded');
			}
			const fresh = {
				state: 'pending',
				fence: 0,
				attempts: 0,
				isDue: true,
				isLive: false,
				isAsked: false,
			} as const;
			all.push({ id: all.length + 1, order, said, ...fresh });
		},
		claim(limit: number): readonly Claim[] {
			const claimed: ModelUpdate[] = [];
			while (claimed.length < limit) {
				const due = all
					.filter(isClaimable)
					.sort((a, b) => rankOf(b) - rankOf(a))
					.slice(0, limit - claimed.length);
				if (due.length === 0) break;
				for (const one of due) {
					if (isMoot(one)) end(one, 'superseded');
					else if (one.attempts >= mostTries) end(one, 'exception');
					else claimed.push(take(one));
				}
			}
			return claimed.map(({ id, fence }) => ({ id, fence }));
		},
		/** These answer whether the ledger is to agree. */
		hold(claim: Claim): boolean {
			const one = held(claim);
			if (one === undefined || isMoot(one)) return false;
			if (of(one.order).some((other) => other !== one && other.isLive)) return false;
			one.isLive = true;
			return true;
		},
		complete(claim: Claim, isUntaken: boolean): boolean {
			const one = held(claim);
			if (one !== undefined) end(one, isUntaken ? 'untaken' : 'done');
			return all.some(
				({ id, fence, state }) =>
					id === claim.id && fence === claim.fence && (state === 'done' || state === 'untaken'),
			);
		},
		fail(claim: Claim, kind: string): boolean {
			const one = held(claim);
			if (one === undefined) return false;
			const isOver = kind === 'rejected' || (kind !== 'rateLimited' && one.attempts >= mostTries);
			end(one, isMoot(one) ? 'superseded' : isOver ? 'exception' : 'pending');
			if (one.state === 'pending') one.isDue = false;
			if (one.state === 'pending' && kind === 'rateLimited') one.attempts--;
			return true;
		},
		postpone(claim: Claim, isAsked: boolean): boolean {
			const one = held(claim);
			if (one === undefined) return false;
			one.isAsked = isAsked;
			end(one, isMoot(one) ? 'superseded' : 'waiting');
			if (one.state === 'waiting') Object.assign(one, { isDue: false, attempts: one.attempts - 1 });
			return true;
		},
		/** The parcel of the order has a tracking number: what waits for that is due. */
		wake(order: string) {
			for (const one of of(order)) {
				const isWoken = one.state === 'waiting' && !one.isAsked && one.said !== 'CANCELLED';
				if (isWoken) one.isDue = true;
			}
		},
		retry(id: number): boolean {
			const one = all.find((other) => other.id === id);
			if (one === undefined || isMoot(one)) return false;
			const since = of(one.order).filter((other) => other.id > id);
			if (since.some(({ state }) => state === 'claimed' || state === 'done')) return false;
			Object.assign(one, { state: 'pending', isDue: true, attempts: 0 });
			return true;
		},
		dismiss(id: number) {
			for (const one of all) if (one.id === id) end(one, 'dismissed');
		},
		/** As if nine tries had been in vain. */
		wear() {
			for (const one of all) if (one.state === 'pending') one.attempts = mostTries - 1;
		},
		lapse() {
			for (const one of all) one.isLive = false;
		},
		becomeDue() {
			for (const one of all) one.isDue = true;
		},
	};
}
