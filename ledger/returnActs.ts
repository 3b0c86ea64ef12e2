import { refused } from '../domain/failure';
import type { Given } from './acts';
import { checkReturn } from './checkingReturn';
import type { Act, Confirmation, Done } from './confirmationShapes';
import { approveReturn, rejectReturn } from './decidingReturn';
import { orderReturn } from './orderingReturn';
import type { LedgerReturn, ReturnState } from './returnShapes';
import { getReturn } from './returns';
import type { Work } from './statement';

export type ReturnActName =
	| 'approveReturn'
	| 'rejectReturn'
	| 'orderReturn'
	| 'passReturn'
	| 'failReturn';

interface Step {
	readonly from: ReturnState;
	readonly question: string;
	go(code: string, { reason, by }: Given): Work<LedgerReturn>;
	said(done: LedgerReturn): string;
}

const steps: Readonly<Record<ReturnActName, Step>> = {
	approveReturn: {
		from: 'requested',
		question: 'Let all of this come back?',
		go: (code, { by }) => approveReturn(code, { lines: [], refundable: null }, by),
		said: ({ code, refund }) =>
			`Return ${code} is approved. ${refund.amount} ${refund.currency} are to be paid back once it is there: the hub moves no money.`,
	},
	rejectReturn: {
		from: 'requested',
		question: 'Refuse this return?',
		go: (code, { reason, by }) => rejectReturn(code, reason, by),
		said: ({ code }) => `Return ${code} is rejected. The reason is kept with it.`,
	},
	orderReturn: {
		from: 'approved',
		question: 'Create the return order, to the hub that shipped it?',
		go: (code, { by }) => orderReturn(code, { hub: null, returnOrder: null, tracking: null }, by),
		said: ({ returnOrder, hub }) => `Return order ${returnOrder} is on its way to hub ${hub}.`,
	},
	passReturn: {
		from: 'received',
		question: 'Did all of this pass, and is it stock again?',
		go: (code, { by }) => checkReturn(code, { all: 'passed', restock: true }, by),
		said: ({ code, hub, lines }) => {
			const units = lines.reduce((sum, { restocked }) => sum + (restocked ?? 0), 0);
			return `Return ${code} is checked, and ${units} units of it are stock of hub ${hub} again.`;
		},
	},
	failReturn: {
		from: 'received',
		question: 'Is all of this damaged?',
		go: (code, { by }) => checkReturn(code, { all: 'failed', restock: false }, by),
		said: ({ code }) => `Return ${code} is checked. All of it is damaged, and none is stock.`,
	},
};

const kinds = { customer: 'From the customer', courier: 'Undelivered, with the courier' } as const;

export function* askReturn({
	act,
	return: code,
}: Act<ReturnActName>): Work<Pick<Confirmation, 'store' | 'question' | 'about'>> {
	const { from, question } = steps[act];
	const { store, number, kind, state, reason, lines } = yield* getReturn(code);
	if (state !== from) throw refused(`Return ${code} is ${state}. Look at the queue again.`);
	const items = lines.flatMap(({ sku, requested, approved }) => {
		const units = approved ?? requested;
		return units > 0 ? [`${units} × ${sku}`] : [];
	});
	return {
		store,
		question,
		about: [
			['Store', store],
			['Return', code],
			['Order', number],
			['Comes back', kinds[kind]],
			['Items', items.join(', ')],
			...(reason === '' ? [] : [['Reason', reason] as const]),
		],
	};
}

export function* goReturn({ act, return: code }: Act<ReturnActName>, given: Given): Work<Done> {
	const { from, go, said } = steps[act];
	const { state } = yield* getReturn(code);
	if (state !== from) throw refused(`Return ${code} is ${state}. Look at the queue again.`);
	const done = yield* go(code, given);
	return { store: done.store, isDone: true, said: said(done) };
}
