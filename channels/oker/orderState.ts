import type { ChannelUpdate } from '../../domain/channelUpdate';
import { refused } from '../../domain/failure';
import type { Instant } from '../../domain/instant';
import type { Http } from '../connector';
import { isFields, reading, rows, sound, units } from '../fields';
import type { Fields, Reading } from '../fields';
import { ask, fieldsOf } from './answer';
import { idIn } from './mapper';
import { memoIn } from './memo';
import type { Memo } from './memo';
import { paged } from './paged';
import * as requests from './requests';
import { cancelled, hasLeft, isPacked, onHold, pending, statusLabel } from './statuses';
import type { OkerItem, OkerOrder } from './types';
import { code, codeOrNull, word } from './values';

export interface Item {
	readonly id: string;
	readonly productId: string;
	readonly variantId: string;
	readonly quantity: number;
	readonly status: string;
	readonly isHeld: boolean;
	readonly facility: string | null;
}

/** An order as far as changes of it are decided by it. */
export interface OrderState {
	readonly status: string;
	/** Another one after every change of it; '' where the gateway does not say. */
	readonly revision: string;
	readonly isInvoiced: boolean;
	readonly items: readonly Item[];
	readonly memo: Memo | null;
	/** The gateway's clock when it answered, or null where it did not say. */
	readonly clock: Instant | null;
}

type Named = Pick<ChannelUpdate, 'order' | 'number' | 'memo' | 'parcels'>;

/** The order as Oker has it now: a customer who has cancelled it wins. */
export async function lookAt(http: Http, update: Named): Promise<OrderState> {
	const { order, number } = update;
	const answer = await ask(http, requests.ordersById([order]), `order ${number}`);
	const { raws } = paged(fieldsOf(answer), 'orders');
	const found = raws.find((raw) => idIn(raw) === order);
	if (isFields(found)) return { ...stateIn(found, update), clock: answer.clock };
	throw refused(`oker: Oker has no order ${number}. Look whether it is in another store.`);
}

function stateIn(raw: Fields, { parcels, ...update }: Named): Omit<OrderState, 'clock'> {
	const memo = memoIn(update.memo);
	const isKnown = memo !== null || parcels.some(({ invoice }) => invoice !== undefined);
	const from = reading<OkerOrder>(raw);
	const status = word(from, 'orderStatus');
	const items = rows(from, 'orderItems').map(itemIn);
	const revision = codeOrNull(from, 'updatedAt') ?? '';
	sound('oker', from);
	const isToldSo =
		status === 'PROCESSING' || items.some((one) => isPacked(one.status) || hasLeft(one.status));
	const isInvoiced = isKnown || raw.invoiced === true || isToldSo;
	return { status, revision, isInvoiced, items, memo };
}

const itemIn = (from: Reading<OkerItem>): Item => ({
	id: code(from, 'orderItemId'),
	productId: code(from, 'productId'),
	variantId: code(from, 'variantId'),
	quantity: units(from, 'quantity'),
	status: word(from, 'status'),
	isHeld: from.fields.onHold === true,
	facility: codeOrNull(from, 'facilityCode'),
});

/** Items that the customer still wants. */
export const openItems = ({ items }: OrderState): readonly Item[] =>
	items.filter(({ status }) => status !== cancelled);

export const itemIds = (state: OrderState): readonly string[] =>
	openItems(state).map(({ id }) => id);

/** As a whole: by its status, or because nothing of it is wanted any more. */
export const isCancelled = (state: OrderState): boolean =>
	state.status === cancelled || openItems(state).length === 0;

/** All that is wanted of it is with the courier, or was. */
export const isGone = (state: OrderState): boolean =>
	openItems(state).every(({ status }) => hasLeft(status));

/** Why it may not be packed yet, as a person knows it; null where it may. */
export function heldBy(state: OrderState): string | null {
	if (state.status === pending) return statusLabel(pending);
	return openItems(state).some(({ isHeld }) => isHeld) ? statusLabel(onHold) : null;
}

/** As people know it. */
export const stateLabel = (state: OrderState): string =>
	statusLabel(openItems(state)[0]?.status ?? state.status);
