import type { ChannelConnector, Http, OrderWindow } from '../../channels/connector';
import type { Failure } from '../../domain/failure';
import type { Instant } from '../../domain/instant';
import type { Order, Unreadable } from '../../domain/order';

export type Mishap = 'tooMany' | 'cutOff' | 'webPage' | 'down' | 'hangsUp';

export interface Placing {
	readonly placedAt?: Instant;
	readonly revisedAt?: Instant;
	readonly isUnreadable?: boolean;
}

/** A channel under test: two callers, and what can be done behind their backs. */
export interface TestShop {
	readonly seller: Http;
	/** Signs in with a credential that the channel does not know. */
	readonly stranger: Http;
	/** What no message may hold. */
	readonly secrets: readonly string[];
	/** The channel's clock. */
	now(): Instant;
	wait(ms: number): void;
	/** Answers the ids. */
	place(count: number, placing?: Placing): readonly string[];
	/** Changes an order, so that it is sent again. */
	touch(id: string): void;
	/** When each order was last changed. */
	revisions(): ReadonlyMap<string, Instant>;
	/** The next calls go wrong in this way. */
	spoil(mishap: Mishap, calls: number): void;
	/** Calls that reached the channel so far, sign-ins apart. */
	calls(): number;
	close(): Promise<void>;
}

type Orders = NonNullable<ChannelConnector['orders']>;

export interface Walked {
	/** The last revision that came, by order. */
	readonly seen: ReadonlyMap<string, Instant | null>;
	readonly orders: readonly Order[];
	readonly unreadable: readonly Unreadable[];
	readonly pages: number;
	readonly watermark: Instant;
}

const mostPages = 60;

/** Reads to the end of a walk; `between` runs after each page that has a next one. */
export async function walk(
	orders: Orders,
	http: Http,
	begin: Omit<OrderWindow, 'position'>,
	between: (page: number) => void = () => {},
): Promise<Walked> {
	const read: Order[] = [];
	const unreadable: Unreadable[] = [];
	let position: string | null = null;
	for (let pages = 1; pages <= mostPages; pages++) {
		const page = await orders.page(http, { ...begin, position });
		read.push(...page.orders);
		unreadable.push(...page.unreadable);
		position = page.next;
		if (position === null) {
			const seen = new Map(read.map(({ id, revisedAt }) => [id, revisedAt]));
			return { seen, orders: read, unreadable, pages, watermark: page.watermark };
		}
		between(pages);
	}
	throw new Error(`the walk had not ended after ${mostPages} pages`);
}

/** What the work was refused with. */
export async function failureOf(work: Promise<unknown>): Promise<Failure> {
	const [outcome] = await Promise.allSettled([work]);
	if (outcome.status === 'rejected') return outcome.reason;
	throw new Error('the work was expected to fail');
}
