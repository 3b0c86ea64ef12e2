import type { Instant } from '../../domain/instant';
import type { Ledger } from '../../ledger/ledger';
import type { QueueFilter } from '../../ledger/overviewShapes';
import { link, type Address } from './address';
import { frame, keeping, type Page } from './frame';
import { markup, type Html } from './html';
import { exceptionRows, heldRows, parkedRows, updateRows, type Rows } from './queueRows';
import { returnRows } from './returnRows';
import type { View } from './words';

/** A part of one queue as it is shown. */
export interface Part {
	readonly rows: (of: Rows) => Html;
	readonly count: number;
	readonly next: string | null;
	readonly now: Instant;
}

interface Queue {
	readonly name: string;
	readonly about: string;
	readonly empty: string;
	read(ledger: Ledger, filter: QueueFilter): Promise<Part>;
}

export const queues = {
	exceptions: {
		name: 'Exceptions',
		about:
			'What needs a person, the oldest first. Mend the cause, then retry; or dismiss what needs nothing.',
		empty: 'Nothing needs a person.',
		async read(ledger, filter) {
			const { rows, ...part } = await ledger.getExceptionQueue(filter);
			return { rows: (of) => exceptionRows(rows, of), count: rows.length, ...part };
		},
	},
	holds: {
		name: 'On hold',
		about:
			'Orders that wait, the oldest first. Those that lack stock go on by themselves when it arrives.',
		empty: 'No order is on hold.',
		async read(ledger, filter) {
			const { rows, ...part } = await ledger.getHoldQueue(filter);
			return { rows: (of) => heldRows(rows, of), count: rows.length, ...part };
		},
	},
	parked: {
		name: 'Parked',
		about:
			'Orders that only a setting keeps out. They come in with the first sync after it has changed.',
		empty: 'No order is parked.',
		async read(ledger, filter) {
			const { rows, ...part } = await ledger.getParkedQueue(filter);
			return { rows: (of) => parkedRows(rows, of), count: rows.length, ...part };
		},
	},
	returns: {
		name: 'Returns',
		about:
			'What comes back and waits for a person: to be decided, to get its return order, or to be checked.',
		empty: 'No return waits for a person.',
		async read(ledger, filter) {
			const { rows, ...part } = await ledger.getReturnQueue(filter);
			return { rows: (of) => returnRows(rows, of), count: rows.length, ...part };
		},
	},
	updates: {
		name: 'Updates waiting',
		about: 'What channels are still to be told, the oldest first.',
		empty: 'Every channel was told everything.',
		async read(ledger, filter) {
			const { rows, ...part } = await ledger.getUpdateQueue(filter);
			return { rows: (of) => updateRows(rows, of), count: rows.length, ...part };
		},
	},
} as const satisfies Record<string, Queue>;

export type QueueName = keyof typeof queues;

export const isQueue = (name: string): name is QueueName => Object.hasOwn(queues, name);

export function queuePage(name: QueueName, part: Part, asked: Address, view: View): Page {
	const { name: title, about, empty } = queues[name];
	const { store, after } = asked;
	const of = store === undefined ? '' : ` of ${store}`;
	const body = markup` <div class="head">
			<h1>${title}${of}</h1>
			${
				store !== undefined &&
				markup`<a href="${link(keeping(view, { store }))}">The store</a>
				<a href="${link(keeping(view, { queue: name }))}">Of all stores</a>`
			}
		</div>
		<p class="dim">${about}</p>
		<section class="sheet">
			${
				part.count === 0
					? markup`<p class="empty">${empty}</p>`
					: part.rows({ view, namesStore: store === undefined })
			}
			${(after !== undefined || part.next !== null) && turning(name, part, asked, view)}
		</section>`;
	return frame(view, { title: `${title}${of}`, body, at: name, self: { ...asked, queue: name } });
}

function turning(queue: QueueName, { next }: Part, { store, after }: Address, view: View): Html {
	const to = (place: string | undefined, name: string) =>
		markup`<a href="${link(keeping(view, { store, queue, after: place }))}">${name}</a>`;
	return markup`<div class="more">
		<span>${after !== undefined && to(undefined, 'The first ones')}</span>
		<span>${next !== null && to(next, 'The next ones')}</span>
	</div>`;
}
