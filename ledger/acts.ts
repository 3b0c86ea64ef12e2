import { titled } from '../domain/titled';
import type { Act, ActName, Confirmation, Done } from './confirmationShapes';
import { dismissException } from './dismissing';
import { openException } from './exceptions';
import type { ExceptionRetried } from './exceptionShapes';
import { storeOf } from './lookups';
import {
	askApprove,
	askCancel,
	askRelease,
	askResync,
	askRoute,
	goApprove,
	goCancel,
	goRelease,
	goResync,
	goRoute,
} from './orderActs';
import { askReturn, goReturn } from './returnActs';
import { requestSync } from './sync';
import { retryException } from './retrying';
import type { Work } from './statement';

type About = Pick<Confirmation, 'store' | 'question' | 'about'>;

/** What a person gave with their yes, and who they are; null where nobody knows. */
export interface Given {
	readonly reason: string;
	readonly by: string | null;
}

/** What is asked before, which refuses what cannot be done, and the doing. */
interface Doing<Name extends ActName> {
	readonly asksReason: boolean;
	ask(act: Act<Name>): Work<About>;
	go(act: Act<Name>, { reason, by }: Given): Work<Done>;
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
	release: { asksReason: false, ask: askRelease, go: (act, { by }) => goRelease(act, by) },
	approve: { asksReason: false, ask: askApprove, go: (act, { by }) => goApprove(act, by) },
	route: { asksReason: false, ask: askRoute, go: (act, { by }) => goRoute(act, by) },
	resync: { asksReason: false, ask: askResync, go: (act, { by }) => goResync(act, by) },
	cancel: {
		asksReason: true,
		ask: askCancel,
		go: (act, { by, reason }) => goCancel(act, by, reason),
	},
	approveReturn: { asksReason: false, ask: askReturn, go: goReturn },
	rejectReturn: { asksReason: true, ask: askReturn, go: goReturn },
	orderReturn: { asksReason: false, ask: askReturn, go: goReturn },
	passReturn: { asksReason: false, ask: askReturn, go: goReturn },
	failReturn: { asksReason: false, ask: askReturn, go: goReturn },
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
	asked: 'The workflow "resync orders" of the channel reads it again, within a minute.',
	read: 'Only the channel has it whole: the workflow "retry orders" of the channel reads it again, within the hour. This closes when that went well.',
} as const satisfies Record<ExceptionRetried['did'], string>;

function* goRetry({ exception }: Act<'retry'>): Work<Done> {
	const { store, did, outcomes } = yield* retryException(exception);
	const again = outcomes.find(({ outcome }) => outcome === 'exception');
	if (again === undefined) return { store, isDone: true, said: retried[did] };
	return { store, isDone: false, said: `It ended as an exception again: ${again.reason}` };
}

function* goDismiss({ exception }: Act<'dismiss'>, { reason }: Given): Work<Done> {
	const { store } = yield* dismissException(exception, reason);
	return {
		store,
		isDone: true,
		said: `Exception ${exception} is closed. The reason is kept with it.`,
	};
}

export function* ask<Name extends ActName>(
	act: Act<Name>,
): Work<About & Pick<Confirmation, 'asksReason'>> {
	const doing = acts[act.act];
	return { ...(yield* doing.ask(act)), asksReason: doing.asksReason };
}

export const go = <Name extends ActName>(act: Act<Name>, given: Given): Work<Done> =>
	acts[act.act].go(act, given);
