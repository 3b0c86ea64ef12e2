import type { ChannelUpdate, ParcelTold } from '../domain/channelUpdate';
import type { FeedKind, FeedReport, FeedSeen } from '../domain/feed';
import type { HubStatus } from '../domain/hubStatus';
import type { Instant } from '../domain/instant';
import type { Invoice, InvoiceWay } from '../domain/invoice';
import type { Listing } from '../domain/listing';
import type { Order, Unreadable } from '../domain/order';
import type { Price, PriceReceipt } from '../domain/price';
import type { OmsLevel, OmsOrder, OmsReference } from '../domain/oms';
import type { NamedQuota, Quota } from '../domain/quota';
import type { PendingFigure, StockFigure, StockReceipt } from '../domain/stockFigure';
import type { HubMapRow, Location, StoreSettings } from '../domain/store';

export interface HttpRequest {
	readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
	readonly path: string;
	readonly query?: Readonly<Record<string, string>>;
	readonly headers?: Readonly<Record<string, string>>;
	readonly body?: unknown;
	/** Changes something on the channel: a dry run stops before it. */
	readonly writes?: true;
	/** Signs in again before sending, because the token in use was refused. */
	readonly freshLogin?: boolean;
	/** The quota it counts in, where the channel counts by operation. Without it: the connector's. */
	readonly quota?: NamedQuota;
	/** One that it counts in as well, such as that of one kind of file. */
	readonly furtherQuota?: NamedQuota;
	/**
	 * The address of a document that the channel handed out, in place of a path: called as it is, without the credential and
	 * outside of every quota. Its bytes come and go as base64 in the body.
	 */
	readonly document?: string;
	/** The answer is a file, or says in text why not: its bytes come as base64 in the body, whatever the status. */
	readonly isFile?: true;
}

export interface HttpResponse {
	readonly status: number;
	/** Names in lower case. */
	readonly headers: Readonly<Record<string, string>>;
	/** Parsed where it was JSON, else the text as it came. */
	readonly body: unknown;
}

/** Sends one request as the signed-in seller. Answers every status; throws only when nothing answered. */
export interface Http {
	(request: HttpRequest): Promise<HttpResponse>;
	/** What the credential says of the seller beside its secrets, where requests have to name it; as of the last sign-in. */
	readonly seller?: Readonly<Record<string, string>>;
}

/** Who the credential belongs to on the channel; `missing` names permissions the connector needs and lacks. */
export interface Account {
	readonly id: string;
	readonly name: string;
	readonly missing: readonly string[];
	/** The channel's own clock when it answered, or null where it did not say. */
	readonly clock: Instant | null;
}

/** Where an order walk stands. All of it is kept by the ledger, none of it is understood there. */
export interface OrderWindow {
	/** Orders placed before this never come in. */
	readonly connectedAt: Instant;
	/** All that changed up to here has been read; null at the first sync. */
	readonly watermark: Instant | null;
	readonly overlapMinutes: number;
	/** The channel's locations that are mapped to a hub; none where it has no locations. */
	readonly locations?: readonly string[];
	/** Where to go on within an unfinished walk, as the page before said in `next`; null starts a walk. */
	readonly position: string | null;
	/** The ids of those that the hub lacks or has in an older revision, for channels that give the content by a second call. */
	newsAmong?(references: readonly OrderReference[]): Promise<ReadonlySet<string>>;
	/** Ids of orders that may still change on the channel, for channels that cannot say what has changed. */
	openIds?(among: OpenAmong): Promise<readonly string[]>;
}

/** Which of the open orders: in the order of their ids, behind `after`, at most so many. */
export interface OpenAmong {
	readonly placedBefore: Instant;
	readonly after: string;
	readonly limit: number;
}

export interface OrderPage {
	/** Whose orders these are, as in `Account.id`: asked within the same call, so that a changed credential is seen. */
	readonly account: string;
	readonly orders: readonly Order[];
	readonly unreadable: readonly Unreadable[];
	/** The position of the next page; null at the end of the walk. */
	readonly next: string | null;
	/** What `watermark` becomes when the walk has ended. */
	readonly watermark: Instant;
}

/** An order of the channel, only as far as it tells which one and which revision it is. */
export interface OrderReference {
	readonly id: string;
	readonly revisedAt: Instant | null;
}

export interface ReferencePage {
	readonly account: string;
	readonly references: readonly OrderReference[];
	readonly next: string | null;
	readonly watermark: Instant;
}

/** Orders to pick one from, as far as a person tells them apart. */
export interface LatestOrders {
	readonly orders: readonly {
		readonly id: string;
		readonly number: string | null;
		readonly placedAt: Instant | null;
	}[];
	readonly next: string | null;
}

/**
 * What became of an update: `already` when the channel had it before, so nothing was sent; `waits` when it cannot be sent
 * yet, such as before the channel lets anybody pack; `untaken` when the channel has no call for it.
 */
export interface UpdateSent {
	readonly outcome: 'sent' | 'already' | 'waits' | 'untaken';
	/** What was done on the channel, or what is waited for, for a person to read. */
	readonly detail: string;
	/** What the channel said of the parcels, to be kept with them. */
	readonly parcels?: readonly ParcelTold[];
	/** Of an order that was handed over: what the OMS calls it. */
	readonly omsOrder?: OmsReference;
	/** For `waits`: when it is tried again; null when somebody first has to say the size of a parcel. */
	readonly until?: Instant | null;
	/** For `waits`: what a person has to do first, where it is tried earlier once that is done. */
	readonly waitsFor?: 'manifest';
	/** What the order's `memo` is from now on, so that the next look is a cheaper one. */
	readonly memo?: string;
}

export interface ListingPage {
	readonly account: string;
	readonly listings: readonly Listing[];
	/** Products that could not be read; one of them costs no other. */
	readonly unreadable: readonly Unreadable[];
	readonly next: string | null;
}

export interface OmsPage {
	readonly account: string;
	readonly orders: readonly OmsOrder[];
	readonly next: string | null;
	readonly watermark: Instant;
}

export interface OmsStockPage {
	readonly account: string;
	readonly levels: readonly OmsLevel[];
	readonly next: string | null;
	/** How old the figures may be when the answer came, where they were not read for the answer. */
	readonly ageMs?: number;
	/** Where the next page is not ready yet: when it is worth to ask. */
	readonly waitMs?: number;
	/** What went otherwise than usual, for a person to read. */
	readonly remark?: string;
}

export interface StockPage {
	readonly account: string;
	readonly levels: readonly StockFigure[];
	readonly next: string | null;
}

/**
 * A status of the channel: `key` as orders carry it, `label` as people see it. `usual` is what it means in most hubs, where
 * that can be said: a suggestion for a new store.
 */
export interface ChannelStatus {
	readonly key: string;
	readonly label: string;
	readonly usual?: HubStatus;
	/** Of what a channel can be told: why it does not take this one, in a sentence. */
	readonly untaken?: string;
}

/**
 * The channel's id of a feed that it has now. Null: the answer was lost, so nobody knows whether it has it; whoever asked looks
 * among its feeds later. It throws only where it is certain that none was created.
 */
export interface FeedSubmitted {
	readonly feed: string | null;
}

export interface InvoiceFile extends Invoice {
	/** The number of the order it is for. */
	readonly order: string;
	/** The bytes of a PDF. */
	readonly base64: string;
}

/** What of a store page a channel may have a say in. */
export type PageSettings = Pick<StoreSettings, 'hubMap' | 'inventorySync' | 'inventoryHubs'>;

/** What one outside system can do. What it does not offer is absent. */
export interface ChannelConnector {
	readonly channel: string;
	/** What all requests share that name no quota of their own. */
	readonly quota: Quota;
	/** How often the same work may be tried in all, where the channel wants it limited. */
	readonly mostTries?: number;
	/** Calls per second that an answer says are allowed, or null where it does not say. */
	paceOf?(response: HttpResponse): number | null;
	/** What an answer says beside its content that a person should know, or null. */
	warningOf?(response: HttpResponse): string | null;
	/** What a new store of this channel has that other stores have not. */
	readonly usual?: Partial<StoreSettings>;
	/** Why the orders of the channel are never split and never changed line by line, in a sentence; absent where they can be. */
	readonly wholeOrders?: string;
	account(http: Http): Promise<Account>;
	/** `Account.id` without a call, where the credential says it; null where it does not say it yet. */
	accountId?(http: Http): string | null;
	readonly orders?: {
		page(http: Http, window: OrderWindow): Promise<OrderPage>;
		/** By the channel's ids; what the channel does not know is missing from the answer. */
		get(
			http: Http,
			ids: readonly string[],
		): Promise<Pick<OrderPage, 'account' | 'orders' | 'unreadable'>>;
		/** Every order changed since `watermark - overlapMinutes`, without its content: cheap enough to compare often. */
		references?(http: Http, window: OrderWindow): Promise<ReferencePage>;
		/** For a list to pick from: the newest first, or only those with this number; '' for all. */
		latest?(http: Http, number: string, position: string | null): Promise<LatestOrders>;
	};
	readonly updates?: {
		/** What the channel can be told: the choices of Workspace Order Mapping. */
		readonly statuses: readonly ChannelStatus[];
		/** It takes `reduce`: single units of an order can be cancelled. */
		readonly reduces?: true;
		/**
		 * Looks at the order first, so that an update that arrived before is not sent again; where calls are scarce only when the
		 * update `isRepeated`, that is when it was tried before and nobody knows how that ended. Refusals throw `Failure`.
		 */
		send(http: Http, update: ChannelUpdate, isRepeated?: boolean): Promise<UpdateSent>;
	};
	readonly listings?: { page(http: Http, position: string | null): Promise<ListingPage> };
	readonly stock?: {
		/** Most rows of one call. */
		readonly batch: number;
		/** Why the row is never sent, or null where it is. */
		faultOf(row: StockFigure): string | null;
		/** One batch, absolute. A row that the channel refuses is found and costs no other row. */
		push(http: Http, rows: readonly StockFigure[]): Promise<readonly StockReceipt[]>;
		/** What the channel has decided of one batch of rows that it took as `pending`: the same rows, as far as they are decided. */
		decided?(http: Http, rows: readonly PendingFigure[]): Promise<readonly StockReceipt[]>;
		/** What the channel shows now. */
		page?(http: Http, position: string | null): Promise<StockPage>;
		/** The same of one listing, at each location or at those named; empty where the channel has no figure of it. */
		get?(
			http: Http,
			listing: string,
			locations?: readonly string[],
		): Promise<Pick<StockPage, 'account' | 'levels'>>;
	};
	readonly prices?: {
		/** So many at most are told one by one; more of them go into a feed. */
		readonly few: number;
		/** Most rows of one feed. */
		readonly feedRows: number;
		/** What prices are in where nobody says otherwise, by `Account.id`. */
		currency(account: string): string;
		/** Why the row is never sent, or null where it is. */
		faultOf(row: Price, account: string): string | null;
		/** One after the other, absolute. A row that the channel refuses is found and costs no other. */
		push(http: Http, rows: readonly Price[]): Promise<readonly PriceReceipt[]>;
		submit(http: Http, rows: readonly Price[]): Promise<FeedSubmitted>;
	};
	/** The channel's job queue, where it has one. */
	readonly feeds?: {
		/** Those of a kind that were created since then, whoever created them. */
		since(http: Http, kind: FeedKind, since: Instant): Promise<readonly FeedSeen[]>;
		/** What became of the rows, or null while the channel is working on them. */
		report(http: Http, kind: FeedKind, id: string): Promise<FeedReport | null>;
	};
	readonly invoices?: {
		/** How they get there in most stores, by `Account.id`. */
		usual(account: string): InvoiceWay;
		/** `order` is the order's number. */
		submit(http: Http, invoice: InvoiceFile): Promise<FeedSubmitted>;
	};
	/** What an OMS does that ships orders which channels have sold. It is told of them by `updates.send`. */
	readonly oms?: {
		/** Orders that were handed over and have changed since. */
		changes(http: Http, window: OrderWindow): Promise<OmsPage>;
		/** The same by the OMS's ids; what it does not know is missing from the answer. */
		get(http: Http, ids: readonly string[]): Promise<Pick<OmsPage, 'account' | 'orders'>>;
		/** What it may still promise at the locations, sold units being out already. */
		stock(http: Http, locations: readonly string[], position: string | null): Promise<OmsStockPage>;
	};
	readonly statuses?: { list(http: Http): Promise<readonly ChannelStatus[]> };
	/** What the channel calls carriers and reasons to cancel: the choices of Carrier Mapping and Cancellation Reasons. */
	readonly carriers?: { list(http: Http): Promise<readonly string[]> };
	readonly cancelReasons?: { list(http: Http): Promise<readonly string[]> };
	readonly locations?: { list(http: Http): Promise<readonly Location[]> };
	/** Locations that a person types, because the channel lists none. */
	readonly typedLocations?: {
		/** What the channel calls one, such as "Seller Flex Hub ID". */
		readonly label: string;
		readonly placeholder: string;
		/** Why the text is none, or null. */
		faultOf(typed: string): string | null;
	};
	/** Hub Mapping as one text that a person writes, for a channel whose sellers know it so; it names all locations there are. */
	readonly hubMapText?: {
		readonly label: string;
		readonly placeholder: string;
		/** Throws with everything that is wrong with it. */
		rowsOf(text: string): readonly HubMapRow[];
		textOf(rows: readonly HubMapRow[]): string;
	};
	/**
	 * What the channel wants of a store page beside what every page has to keep: what is wrong with it, each a sentence. Also of a
	 * page that was saved long ago.
	 */
	settingsFaults?(settings: PageSettings): readonly string[];
	/** The same that only the channel itself can say. */
	faultsThere?(http: Http, settings: PageSettings): Promise<readonly string[]>;
}
