import type {
	ChannelConnector,
	Http,
	HttpRequest,
	HttpResponse,
	OrderReference,
	OrderWindow,
} from '../../channels/connector';
import type { Failure } from '../../domain/failure';
import type { Instant } from '../../domain/instant';
import type { Order, Unreadable } from '../../domain/order';
import type { StockFigure } from '../../domain/stockFigure';

/** `hangsUp` comes before the call had its effect, `hangsUpAfter` and `cutOff` after it. */
export type Mishap = 'tooMany' | 'cutOff' | 'webPage' | 'down' | 'hangsUp' | 'hangsUpAfter';

/** What the sandboxes call them. */
export const faultOf = {
	tooMany: 'rate429',
	cutOff: 'cutOff',
	webPage: 'html',
	down: 'rate500',
	hangsUp: 'dropBefore',
	hangsUpAfter: 'dropAfter',
} as const satisfies Record<Mishap, string>;

/** Calls that change something on the channel. */
export type Write = 'stock' | 'shipping' | 'cancelling';

export interface Placing {
	readonly placedAt?: Instant;
	readonly revisedAt?: Instant;
	readonly isUnreadable?: boolean;
	/** What is ordered, of `goods`; anything when left out. */
	readonly listing?: string;
}

/** Where the stock of one listing lies. */
export type Place = Pick<StockFigure, 'listing' | 'location'>;

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
	/** Puts listings up for sale, each with no stock at its place. */
	goods(count: number): readonly Place[];
	/** A listing that the channel does not know. */
	readonly unknown: Place;
	/** What customers are offered there. */
	offered(place: Place): number;
	/** What Workspace Order Mapping calls shipped. */
	readonly shipped: string;
	/** How often the hub has changed something about the order. */
	effects(order: string): number;
	/** The next calls go wrong in this way: all, or only those that write. */
	spoil(mishap: Mishap, calls: number, only?: Write): void;
	/** Calls that reached the channel so far, sign-ins apart. */
	calls(): number;
	/** The locations that are mapped to a hub; left out where the channel has none to ask for. */
	readonly locations?: readonly string[];
	/** Calls of a walk that finds nothing; 1 when left out. */
	readonly idleCalls?: number;
	/** Calls of a push of one row that the channel takes; 1 when left out. */
	readonly pushCalls?: number;
	/** The channel cannot leave out what was placed before the connection, so the hub parks it. */
	readonly leavesOlderToHub?: boolean;
	/** Writes that the channel answers without a body, so that nothing can be cut off. */
	readonly answersNothing?: readonly Write[];
	/** The tracking number comes from the channel, and it takes no other. */
	readonly makesTracking?: boolean;
	/** Once it is shipped, it takes no other tracking number, and says so. */
	readonly keepsTracking?: boolean;
	/** What the channel calls the reason of a cancel, where it wants one. */
	readonly cancelReason?: string;
	close(): Promise<void>;
}

type Orders = NonNullable<ChannelConnector['orders']>;

/** The same caller, whose calls are answered by `work`. */
export const withSeller = (
	http: Http,
	work: (request: HttpRequest) => Promise<HttpResponse>,
): Http => Object.defineProperty(work, 'seller', { get: () => http.seller });

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
	const known = new Map<string, Instant | null>();
	// As the hub would say it that has stored the pages before.
	const newsAmong = async (references: readonly OrderReference[]) =>
		new Set(references.filter((one) => known.get(one.id) !== one.revisedAt).map(({ id }) => id));
	let position: string | null = null;
	for (let pages = 1; pages <= mostPages; pages++) {
		const page = await orders.page(http, { newsAmong, ...begin, position });
		read.push(...page.orders);
		for (const { id, revisedAt } of page.orders) known.set(id, revisedAt);
		unreadable.push(...page.unreadable);
		position = page.next;
		if (position === null) {
			return { seen: known, orders: read, unreadable, pages, watermark: page.watermark };
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
