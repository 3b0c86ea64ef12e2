import { refused } from '../../domain/failure';
import type { Http } from '../connector';
import { reading, sound } from '../fields';
import { ask } from './answer';
import { orderOf, rowIn } from './orderRows';
import type { OrderRow } from './orderRows';
import { approveOrder } from './requests';
import type { OmnifulOrder } from './types';

/** The order by either of its ids; refuses where there is none. */
export async function existing(http: Http, id: string): Promise<OrderRow> {
	const raw = await orderOf(http, id);
	if (raw === null) throw refused(`omniful: there is no order ${id}.`);
	const from = reading<OmnifulOrder>(raw);
	const row = rowIn(from);
	sound('omniful', from);
	return row;
}

/** Lets an order go that waits for somebody to approve it; one that waits no more is approved already. */
export async function approve(http: Http, id: string): Promise<'sent' | 'already'> {
	const { orderId, status } = await existing(http, id);
	if (status !== 'on_hold' && status !== 'created') return 'already';
	await ask(http, approveOrder(orderId), `to approve order ${orderId}`);
	return 'sent';
}
