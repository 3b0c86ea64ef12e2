import { createHash, randomBytes } from 'node:crypto';
import { refused } from '../../domain/failure';
import type { Act, ActName } from '../../ledger/confirmationShapes';
import type { Ledger } from '../../ledger/ledger';
import { syncKinds } from '../../ledger/syncShapes';
import type { Address } from './address';
import { confirmationPage, confirmedPage } from './answerPages';
import type { Page } from './frame';
import { replayAt } from './replayAt';
import { isQueue, queuePage, queues, type QueueName } from './queuePage';
import { hoursOfStore, rowsOfStore, storePage } from './storePage';
import { hoursOfStores, storesPage } from './storesPage';
import type { View } from './words';

/** Who asks, and how the pages are to be for them. */
export interface Visitor extends Omit<View, 'now'> {
	readonly person: string;
	/** What their forms carry that change nothing. */
	readonly token: string;
}

/** What the form of a confirmation page sends. */
export interface Form {
	readonly confirmation: string;
	readonly reason: string;
}

const perPage = 25;

/** The page at the address; only a confirmation leaves a trace in the ledger. */
export async function pageAt(ledger: Ledger, asked: Address, visitor: Visitor): Promise<Page> {
	if (asked.confirm !== undefined) return await asking(ledger, asked, visitor);
	if (asked.queue !== undefined) return await queueAt(ledger, asked, visitor);
	if (asked.try !== undefined) return await replayAt(ledger, asked, null, visitor);
	if (asked.store !== undefined) return await storeAt(ledger, asked.store, visitor);
	const glance = await ledger.glanceAtStores(hoursOfStores);
	return storesPage(glance, asked, { ...visitor, now: glance.now });
}

async function storeAt(ledger: Ledger, store: string, visitor: Visitor): Promise<Page> {
	const standing = await ledger.getStoreStanding(store, hoursOfStore);
	const filter = { store, limit: rowsOfStore };
	const parts = {
		exceptions: await queues.exceptions.read(ledger, filter),
		holds: await queues.holds.read(ledger, filter),
		returns: await queues.returns.read(ledger, filter),
	};
	const safety = await ledger.getSafetyStock(store, rowsOfStore);
	return storePage({ ...standing, safety }, parts, { ...visitor, now: standing.now });
}

async function queueAt(ledger: Ledger, asked: Address, visitor: Visitor): Promise<Page> {
	const { queue = '', store, after } = asked;
	if (!isQueue(queue)) {
		throw refused('There is no such queue. Pick one from the menu.');
	}
	const part = await queues[queue satisfies QueueName].read(ledger, {
		store,
		after,
		limit: perPage,
	});
	return queuePage(queue, part, asked, { ...visitor, now: part.now });
}

const hashed = (secret: string) => createHash('sha256').update(secret).digest('hex');

/** The ledger gets the hash alone: nothing in it confirms anything. */
async function asking(ledger: Ledger, asked: Address, visitor: Visitor): Promise<Page> {
	const act = actIn(asked);
	const secret = randomBytes(32).toString('base64url');
	const { person } = visitor;
	const confirmation = await ledger.askConfirmation({ act, hash: hashed(secret), person });
	return confirmationPage(
		confirmation,
		{ act: act.act, secret },
		{ ...visitor, now: confirmation.now },
	);
}

const acts: { readonly [Name in ActName]: (asked: Address) => Act<Name> } = {
	sync: ({ store = '', kind, full }) => {
		const known = syncKinds.find((one) => one === kind);
		if (known === undefined)
			throw refused('There is no such sync. Pick one on the page of its store.');
		return { act: 'sync', store, kind: known, isFull: full === '1' };
	},
	retry: ({ exception }) => ({ act: 'retry', exception: numberIn(exception) }),
	dismiss: ({ exception }) => ({ act: 'dismiss', exception: numberIn(exception) }),
	release: ({ store = '', order = '' }) => ({ act: 'release', store, order }),
	approve: ({ store = '', order = '' }) => ({ act: 'approve', store, order }),
	route: ({ store = '', order = '', hub = '' }) => ({ act: 'route', store, order, hub }),
	cancel: ({ store = '', order = '' }) => ({ act: 'cancel', store, order }),
	resync: ({ store = '', order = '' }) => ({ act: 'resync', store, orders: order.split(/[\s,]+/) }),
	approveReturn: ({ return: code = '' }) => ({ act: 'approveReturn', return: code }),
	rejectReturn: ({ return: code = '' }) => ({ act: 'rejectReturn', return: code }),
	orderReturn: ({ return: code = '' }) => ({ act: 'orderReturn', return: code }),
	passReturn: ({ return: code = '' }) => ({ act: 'passReturn', return: code }),
	failReturn: ({ return: code = '' }) => ({ act: 'failReturn', return: code }),
};

function actIn(asked: Address): Act {
	const { confirm = '' } = asked;
	const isKnown = (name: string): name is ActName => Object.hasOwn(acts, name);
	if (isKnown(confirm)) return acts[confirm](asked);
	throw refused('There is no such button. Pick one on the page of a store.');
}

function numberIn(text = ''): number {
	if (/^\d{1,15}$/.test(text)) return Number(text);
	throw refused('There is no such exception. Pick one from the list.');
}

/** What a person has confirmed. */
export async function answerTo(ledger: Ledger, form: Form, visitor: Visitor): Promise<Page> {
	const [, id = '0', secret = ''] = /^(\d{1,15})\.([\w-]+)$/.exec(form.confirmation) ?? [];
	const { person } = visitor;
	const confirmed = await ledger.confirm({
		...{ id: Number(id), hash: hashed(secret), person, reason: form.reason },
	});
	return confirmedPage(confirmed, { ...visitor, now: confirmed.now });
}
