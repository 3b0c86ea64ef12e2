import type { EditedInHub } from './hubEdit';
import type { HubStatus } from './hubStatus';
import type { Instant } from './instant';
import type { Money } from './money';

/** Tax on one unit of a line. */
export interface LineTax {
	readonly amount: Money;
	/** Percent, such as 10; null where the channel does not say. */
	readonly percent: number | null;
}

/** One line as the channel has it now. `ordered` includes what was `cancelled` since. */
export interface OrderLine {
	readonly id: string;
	/** The channel's id of the listing, or null where it names none. */
	readonly listing: string | null;
	/** The SKU as the channel wrote it, or null where it has none. */
	readonly sku: string | null;
	readonly title: string;
	readonly ordered: number;
	readonly cancelled: number;
	readonly unitPrice: Money;
	/** The tax on one unit, where the channel says it. */
	readonly tax?: LineTax;
}

export interface Address {
	readonly name: string;
	readonly company: string | null;
	readonly lines: readonly string[];
	readonly district: string | null;
	readonly city: string;
	readonly region: string | null;
	readonly postcode: string | null;
	/** ISO 3166-1 alpha-2, or the channel's own word where it has no code. */
	readonly country: string;
	readonly phone: string | null;
	readonly latitude: number | null;
	readonly longitude: number | null;
}

export interface Customer {
	readonly name: string;
	readonly email: string | null;
	readonly phone: string | null;
}

/** An order as a channel has it, in the hub's words. Identity is the store and `id`. */
export interface Order {
	readonly id: string;
	readonly number: string;
	readonly placedAt: Instant;
	/** When the channel last changed it; null where the channel does not say, then its content decides. */
	readonly revisedAt: Instant | null;
	/** The channel's statuses as keys, the most telling first: the first one that the map knows wins. */
	readonly statuses: readonly string[];
	/** The channel's location that is to ship it, or null where the hub may choose. */
	readonly location: string | null;
	readonly total: Money;
	/** How it is paid, in the channel's word; null where the channel does not say. */
	readonly payment: string | null;
	readonly tags: readonly string[];
	/** Grams; null where the channel does not say. */
	readonly weight: number | null;
	readonly customer: Customer | null;
	readonly shipTo: Address | null;
	readonly lines: readonly OrderLine[];
	/** What was on the order and was taken off again, where the channel still says so. */
	readonly linesGone?: OrderUnits['lines'];
	/** What the connector wants at hand when it is told about the order; nobody else reads it. */
	readonly memo?: string;
	/** Of a channel whose orders go as a whole: once the hub has it, changes of single lines are shown and not followed. */
	readonly isWhole?: true;
	/** Of a channel that takes no cancel once the order is invoiced: it is asked first, and a later cancel of its own is for a person. */
	readonly invoiceBinds?: true;
	/** What the channel had where a person has changed the order in the hub. */
	readonly hubEdit?: EditedInHub;
	/** The units that the channel has, where the hub's copy has others. */
	readonly unitsThere?: OrderUnits;
	/** What the channel has changed of single lines and the hub does not follow, each a sentence. */
	readonly notFollowed?: readonly string[];
}

/** What of an order takes goods from where. */
export interface OrderUnits {
	readonly location: string | null;
	readonly lines: readonly Pick<OrderLine, 'id' | 'listing' | 'sku' | 'ordered' | 'cancelled'>[];
	/** What was taken off again. */
	readonly linesGone?: OrderUnits['lines'];
}

/** A record of the channel that could not become an order; `raw` as it came. */
export interface Unreadable {
	readonly id: string | null;
	readonly reason: string;
	readonly raw: unknown;
}

/** An order after the status map: null when the map knows none of its statuses. */
export interface MappedOrder extends Order {
	readonly hubStatus: HubStatus | null;
}
