import type { ChannelUpdate } from '../../domain/channelUpdate';
import { Failure } from '../../domain/failure';
import type { Http, HttpRequest } from '../connector';
import { reading, sound } from '../fields';
import { attempt, fieldsOf } from './answer';
import type { Answer } from './answer';
import { lookAt } from './orderState';
import type { OrderState } from './orderState';
import type { Provider } from './providers';
import type { Refused } from './refusals';
import type { Goal } from './stages';
import type { IconicConfirmed } from './types';
import { idIn } from './values';

/** The telling of one update, as far as it has come. */
export interface Telling {
	readonly http: Http;
	readonly update: ChannelUpdate;
	readonly goal: Goal;
	/** The channel's carriers. */
	providers(): Promise<readonly Provider[]>;
	/** What was changed on the channel, for a person to read. */
	readonly done: string[];
	/** What was found there, and is not as it was told. */
	readonly notes: string[];
}

/** A parcel that the channel does not take as it is yet. */
export interface Waiting {
	readonly why: string;
	readonly minutes: number;
}

/** The order as it is after the change, or what the channel does not do. */
export async function change(
	{ http, update }: Pick<Telling, 'http' | 'update'>,
	request: HttpRequest,
	items: readonly string[],
	what: string,
): Promise<OrderState | Refused> {
	const answer = await attempt(http, request, `${what} of order ${update.number}`);
	if ('refusal' in answer) return answer;
	confirm(answer, items, update.number);
	return await lookAt(http, update);
}

/** An item that is named in a wrong way is taken silently as none (reference/the-iconic-sellercenter.md, addendum). */
function confirm(answer: Answer, items: readonly string[], number: string): void {
	const from = reading<IconicConfirmed>(fieldsOf(answer));
	const { orderItemIds } = from.fields;
	if (!Array.isArray(orderItemIds)) from.flaws.push('orderItemIds is not a list');
	sound('theIconic', from);
	const confirmed = new Set((Array.isArray(orderItemIds) ? orderItemIds : []).map(idIn));
	const missing = items.filter((item) => !confirmed.has(item));
	if (missing.length === 0) return;
	throw new Failure(
		'malformed',
		`theIconic: said that all went well, and not with item ${missing.join(', ')} of order ${number}. Look at the order in Seller Center.`,
	);
}

/** Such as `items 5, 6`. */
export const itemsText = (items: readonly string[]): string =>
	`${items.length === 1 ? 'item' : 'items'} ${items.join(', ')}`;
