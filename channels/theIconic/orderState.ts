import type { ChannelUpdate, UpdateParcel } from '../../domain/channelUpdate';
import { refused } from '../../domain/failure';
import type { Instant } from '../../domain/instant';
import type { Http } from '../connector';
import { reading, rows, sound } from '../fields';
import type { Reading } from '../fields';
import { attempt, fieldsOf } from './answer';
import type { Answer } from './answer';
import { refusalOf } from './refusals';
import * as requests from './requests';
import { cancelled } from './statuses';
import type { IconicItem, IconicOrder } from './types';
import { id, instantIn, isId, partOrNone, word, wordOrNull, words } from './values';

/** An order as far as changes of it are decided by it. */
export interface OrderState {
	readonly number: string;
	readonly items: readonly Item[];
	/** The channel's clock when it answered, or null where it did not say. */
	readonly clock: Instant | null;
}

/** One unit. */
export interface Item {
	readonly id: string;
	readonly status: string;
	readonly isProcessable: boolean;
	/** What the channel lets the seller do next; null where it does not say. */
	readonly actions: readonly string[] | null;
	readonly shipmentType: string | null;
	/** Of an item that goes through the marketplace's warehouse: how it gets there. */
	readonly crossdocking: string | null;
	/** The carrier's name. */
	readonly provider: string | null;
	/** The marketplace has fixed the carrier. */
	readonly isPreselected: boolean;
	readonly trackingCode: string | null;
	readonly trackingUrl: string | null;
	/** When it was last changed; null where the channel does not say. */
	readonly changedAt: Instant | null;
}

type Named = Pick<ChannelUpdate, 'order' | 'number'>;

/** The order as the channel has it now. There is no key against doubling, so every change looks first. */
export async function lookAt(http: Http, { order, number }: Named): Promise<OrderState> {
	if (!isId(order)) throw unknown(number);
	const answer = await attempt(http, requests.order(order), `order ${number}`);
	if (!('refusal' in answer)) return stateOf(answer, number);
	throw answer.refusal.status === 404 ? unknown(number) : refusalOf(answer.refusal);
}

const unknown = (number: string) =>
	refused(
		`theIconic: The Iconic has no order ${number} under this ID. Look whether it is in another store.`,
	);

function stateOf(answer: Answer, number: string): OrderState {
	const from = reading<IconicOrder>(fieldsOf(answer));
	const items = rows(from, 'items').map(itemOf);
	sound('theIconic', from);
	return { number, items, clock: answer.clock };
}

function itemOf(from: Reading<IconicItem>): Item {
	const shipment = partOrNone(from, 'shipment');
	const provider = shipment && partOrNone(shipment, 'provider');
	const before = shipment && partOrNone(shipment, 'preProvider');
	return {
		id: id(from, 'id'),
		status: word(from, 'status'),
		isProcessable: from.fields.isProcessable !== false,
		actions: Array.isArray(from.fields.actions) ? words(from, 'actions') : null,
		shipmentType: shipment && wordOrNull(shipment, 'type'),
		crossdocking: shipment && wordOrNull(shipment, 'crossdockingDeliveryType'),
		provider: (provider && wordOrNull(provider, 'name')) ?? (before && wordOrNull(before, 'name')),
		isPreselected: shipment?.fields.providerPreselected === true,
		trackingCode: shipment && wordOrNull(shipment, 'trackingCode'),
		trackingUrl: provider && wordOrNull(provider, 'trackingUrl'),
		changedAt: instantIn(from.fields.updatedAt),
	};
}

type Contents = Pick<UpdateParcel, 'lines'>;

export const isCancelled = ({ status }: Item): boolean => status === cancelled;

/** The items of a parcel that are still wanted. */
export const openIn = (state: OrderState, parcel: Contents): readonly Item[] =>
	itemsIn(state, parcel).filter((item) => !isCancelled(item));

/** Every line of the hub is one item. */
export function itemsIn({ number, items }: OrderState, { lines }: Contents): readonly Item[] {
	return lines
		.filter(({ quantity }) => quantity > 0)
		.map(({ line }) => {
			const item = items.find((one) => one.id === line);
			if (item !== undefined) return item;
			throw refused(
				`theIconic: order ${number} has no item ${line} on The Iconic, so its parcel was not told. Read the order again.`,
			);
		});
}

export const idsOf = (items: readonly Item[]): readonly string[] => items.map((item) => item.id);
