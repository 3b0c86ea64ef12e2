import { hubStatusLabel } from '../domain/hubStatus';
import { titled } from '../domain/titled';
import type { Act, ActName, Confirmation, Done } from './confirmationShapes';
import { dismissException } from './dismissing';
import { openException } from './exceptions';
import type { ExceptionRetried } from './exceptionShapes';
import { storeOf } from './lookups';
import { getOrder } from './orders';
import { releaseOrder } from './placing';
import { requestSync } from './sync';
import { retryException } from './retrying';
import type { Work } from './statement';

type About = Pick<Confirmation, 'store' | 'question' | 'about'>;

/** What is asked before, which refuses what cannot be done, and the doing. */
interface Doing<Name extends ActName> {
	readonly asksReason: boolean;
	ask(act: Act<Name>): Work<About>;
	go(act: Act<Name>, reason: string): Work<Done>;
}

const acts: { readonly [Name in ActName]: Doing<Name> } = {
	sync: { asksReason: false, ask: askSync, go: goSync },
	retry: {
		asksReason: false,
		ask: ({ exception }) => aboutException(exception, 'Try this again?'),
		go: goRetry,
	},
	dismiss: {
		asksReason: true,
		ask: ({ exception }) => aboutException(exception, 'Close this, because nothing is to be done?'),
		go: goDismiss,
	},
	release: { asksReason: false, ask: askRelease, go: goRelease },
};

function* askSync({ store: code, kind, isFull }: Act<'sync'>): Work<About> {
	const { channel, account } = yield* storeOf(code);
	return {
		store: code,
		question: `Start ${isFull ? 'a full' : 'the'} ${titled(kind)} sync now?`,
		about: [
			['Store', code],
			['Channel', channel],
			['Account', account],
			['Sync', titled(kind)],
		],
	};
}

function* goSync({ store, kind, isFull }: Act<'sync'>): Work<Done> {
	const asked = yield* requestSync(store, kind, { isFull });
	if (asked.answer !== 'asked') return { store, isDone: false, said: asked.why };
	const said = `The ${titled(kind)} sync is due now. Its workflow begins it with the next tick, within a minute.`;
	return { store, isDone: true, said };
}

function* aboutException(id: number, question: string): Work<About> {
	const { store, kind, reference, cause, advice } = yield* openException(id);
	return {
		store,
		question,
		about: [
			['Store', store],
			['Exception', `${id}, ${titled(kind)}`],
			['About', reference],
			['What happened', cause],
			['What to do', advice],
		],
	};
}

const retried = {
	imported: 'The order was taken in by the settings in force.',
	linked: 'The listing counts as the SKU that the channel writes.',
	requeued: 'It waits to be sent again.',
	read: 'Only the channel has it whole: the workflow "retry orders" of the channel reads it again, within the hour. This closes when that went well.',
} as const satisfies Record<ExceptionRetried['did'], string>;

function* goRetry({ exception }: Act<'retry'>): Work<Done> {
	const { store, did, outcomes } = yield* retryException(exception);
	const again = outcomes.find(({ outcome }) => outcome === 'exception');
	if (again === undefined) return { store, isDone: true, said: retried[did] };
	return { store, isDone: false, said: `It ended as an exception again: ${again.reason}` };
}

function* goDismiss({ exception }: Act<'dismiss'>, reason: string): Work<Done> {
	const { store } = yield* dismissException(exception, reason);
	return {
		store,
		isDone: true,
		said: `Exception ${exception} is closed. The reason is kept with it.`,
	};
}

function* askRelease({ store, order: id }: Act<'release'>): Work<About> {
	const { number, placedAt, status, holdReason } = yield* getOrder(store, id);
	return {
		store,
		question: 'Take this order up again, and route it now?',
		about: [
			['Store', store],
			['Order', number],
			['Placed', placedAt],
			['Stands', hubStatusLabel(status)],
			...(holdReason === null ? [] : [['Held for', titled(holdReason)] as const]),
		],
	};
}

function* goRelease({ store, order }: Act<'release'>): Work<Done> {
	const { number, status, holdReason, hub } = yield* releaseOrder(store, order);
	if (status !== 'on_hold') {
		const at = hub === null ? '' : ` at hub ${hub}`;
		return { store, isDone: true, said: `Order ${number} is ${hubStatusLabel(status)} now${at}.` };
	}
	const why = titled(holdReason ?? 'on_hold');
	return {
		store,
		isDone: false,
		said: `Order ${number} was routed again and stays on hold: ${why}.`,
	};
}

export function* ask<Name extends ActName>(
	act: Act<Name>,
): Work<About & Pick<Confirmation, 'asksReason'>> {
	const doing = acts[act.act];
	return { ...(yield* doing.ask(act)), asksReason: doing.asksReason };
}

export const go = <Name extends ActName>(act: Act<Name>, reason: string): Work<Done> =>
	acts[act.act].go(act, reason);
