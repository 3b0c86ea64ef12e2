import type { Failure, FailureKind } from '../../domain/failure';
import type { ActName, Confirmation, Confirmed } from '../../ledger/confirmationShapes';
import { link } from './address';
import { frame, keeping, type Page } from './frame';
import { markup } from './html';
import { clockTime, type View } from './words';

const verbs: Readonly<Record<ActName, string>> = {
	sync: 'Start it',
	retry: 'Retry it',
	dismiss: 'Dismiss it',
	release: 'Release it',
	approve: 'Approve it',
	route: 'Route it',
	cancel: 'Cancel it',
	resync: 'Read them again',
	approveReturn: 'Approve it',
	rejectReturn: 'Reject it',
	orderReturn: 'Create it',
	passReturn: 'Restock it',
	failReturn: 'Keep it out',
};

/** What is asked of a person who has to say why. */
const reasons: Partial<Readonly<Record<ActName, string>>> = {
	dismiss: 'Why is nothing to be done? It is kept with the exception.',
	cancel: 'Why is it cancelled? It is kept in the order log.',
	rejectReturn: 'Why is it refused? It is kept with the return.',
};

/** What is about to be done, with the only form that does anything. `secret` proves later that this page was seen. */
export function confirmationPage(
	{ id, store, question, about, asksReason, until }: Confirmation,
	{ act, secret }: { readonly act: ActName; readonly secret: string },
	view: View,
): Page {
	const back = link(keeping(view, { store }));
	const body = markup`<div class="narrow">
		<h1>${question}</h1>
		<section class="sheet">
			<div class="in">
				<dl>
					${about.map(([name, value]) => markup`<dt>${name}</dt><dd>${value}</dd>`)}
				</dl>
			</div>
		</section>
		<form method="post" action="${link(keeping(view, { store }))}">
			<input type="hidden" name="confirmation" value="${id}.${secret}" />
			${
				asksReason &&
				markup`<label>
				${reasons[act] ?? null}
				<textarea name="reason" required maxlength="500"></textarea>
			</label>`
			}
			<div class="acts">
				<button class="go">${verbs[act]}</button> <a class="button" href="${back}">Back</a>
			</div>
		</form>
		<p class="small dim">
			This page can be used until ${clockTime(until, view)}. Nothing happens before the button is
			pressed, and pressing it twice does it once.
		</p>
	</div>`;
	return frame(view, { title: question, body });
}

const done: Readonly<Record<ActName, string>> = {
	sync: 'Started',
	retry: 'Retried',
	dismiss: 'Dismissed',
	release: 'Released',
	approve: 'Approved',
	route: 'Routed',
	cancel: 'Cancelled',
	resync: 'Asked for',
	approveReturn: 'Approved',
	rejectReturn: 'Rejected',
	orderReturn: 'On its way',
	passReturn: 'In stock again',
	failReturn: 'Kept out',
};

const undone: Readonly<Record<ActName, string>> = {
	sync: 'Not started',
	retry: 'Not mended yet',
	dismiss: 'Not dismissed',
	release: 'Still on hold',
	approve: 'Still on hold',
	route: 'Still on hold',
	cancel: 'Not cancelled',
	resync: 'Not asked for',
	approveReturn: 'Not approved',
	rejectReturn: 'Not rejected',
	orderReturn: 'Not created',
	passReturn: 'Not checked',
	failReturn: 'Not checked',
};

export function confirmedPage({ act, store, isDone, said, isRepeat }: Confirmed, view: View): Page {
	const title = isDone ? done[act] : undone[act];
	const body = markup`<div class="narrow">
		<h1>${title}</h1>
		<p class="say ${isDone ? 'good' : 'warn'}"><span>${said}</span></p>
		${isRepeat && markup`<p class="dim">This was confirmed before, and was done once.</p>`}
		<div class="acts">
			<a class="button" href="${link(keeping(view, { store }))}">Store ${store}</a>
			${
				exceptional.includes(act) &&
				markup`<a class="button" href="${link(keeping(view, { store, queue: 'exceptions' }))}">Its exceptions</a>`
			}
			${
				ofOrders.includes(act) &&
				markup`<a class="button" href="${link(keeping(view, { store, queue: 'holds' }))}">Its orders on hold</a>`
			}
			${
				ofReturns.includes(act) &&
				markup`<a class="button" href="${link(keeping(view, { store, queue: 'returns' }))}">Its returns</a>`
			}
			<a class="button" href="${link(keeping(view, {}))}">All stores</a>
		</div>
	</div>`;
	return frame(view, { title, body });
}

const exceptional: readonly ActName[] = ['retry', 'dismiss'];
const ofOrders: readonly ActName[] = ['release', 'approve', 'route', 'cancel'];
const ofReturns: readonly ActName[] = [
	...(['approveReturn', 'rejectReturn', 'orderReturn', 'passReturn', 'failReturn'] as const),
];

const refusals: Readonly<Record<FailureKind, { readonly title: string; readonly status: number }>> =
	{
		unauthorised: { title: 'Not confirmed', status: 403 },
		rejected: { title: 'That is not possible', status: 409 },
		rateLimited: { title: 'Too much at once', status: 429 },
		unavailable: { title: 'The ledger does not answer', status: 503 },
		malformed: { title: 'The ledger does not answer', status: 503 },
	};

/** Where nothing was done, and why. What somebody only looked for is not found. */
export function refusalPage({ kind, message }: Failure, isLooking: boolean): Page {
	const isMissing = isLooking && kind === 'rejected';
	const { title, status } = isMissing ? { title: 'Not found', status: 404 } : refusals[kind];
	const body = markup`<div class="narrow">
		<h1>${title}</h1>
		<p class="say ${status >= 500 ? 'bad' : 'warn'}"><span>${message}</span></p>
		<div class="acts"><a class="button" href="${link({})}">All stores</a></div>
	</div>`;
	return frame(null, { title, body, status });
}
