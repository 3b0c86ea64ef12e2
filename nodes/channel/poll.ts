import type { IDataObject, INodeExecutionData, IPollFunctions } from 'n8n-workflow';
import type { OrderPage } from '../../channels/connector';
import { instant } from '../../domain/instant';
import { newStore } from '../../domain/newStore';
import type { Order, Unreadable } from '../../domain/order';
import { asNodeError } from '../shared/asNodeError';
import type { AccessTo, ChannelAccess } from '../shared/channelAccess';
import { count } from '../shared/parameters';
import { outputsOf } from '../shared/row';
import { after, unseen, windowOf } from './cursor';
import type { Cursor } from './cursor';
import { inQuotaIfKept } from './inQuota';
import { locationsTyped } from './locationsTyped';
import { sameAccount } from './sameAccount';
import { shown } from './shown';

/** What the editor shows as an example when a user tries the trigger: a few orders of the last days. */
const sample = { orders: 3, ms: 7 * 24 * 3_600_000 };

interface Found {
	readonly orders: readonly Order[];
	readonly unreadable: readonly Unreadable[];
}

/** A poll leaves what it cannot read in half of its time to the next one. Older hosts do not say how much time there is. */
const budgetOf = (context: IPollFunctions) =>
	('getPollBudgetMs' in context ? context.getPollBudgetMs() : 40_000) / 2;

/** What the trigger gives out: the orders that were placed or changed since the poll before. */
export async function poll(
	context: IPollFunctions,
	access: AccessTo<'orders'>,
): Promise<INodeExecutionData[][] | null> {
	try {
		const found =
			context.getMode() === 'manual'
				? await newest(context, access)
				: await changed(context, access);
		const statuses = context.getNodeParameter('statuses', []) as string[];
		const orders = found.orders.filter(hasStatus(statuses));
		if (orders.length + found.unreadable.length === 0) return null;
		const rows = shown(
			orders,
			found.unreadable,
			context.getNodeParameter('output', 'order') === 'simplified',
		);
		return outputsOf(rows.map((row) => ({ ...row, pairedItem: undefined })));
	} catch (error) {
		throw asNodeError(context.getNode(), error);
	}
}

const hasStatus = (wanted: readonly string[]) => (order: Order) =>
	wanted.length === 0 || order.statuses.some((status) => wanted.includes(status));

async function newest(context: IPollFunctions, access: AccessTo<'orders'>): Promise<Found> {
	const since = instant(Date.now() - sample.ms);
	const window = {
		connectedAt: since,
		watermark: null,
		overlapMinutes: 0,
		locations: locationsOf(context, access),
		position: null,
	};
	const { orders } = await inQuotaIfKept(context, access, (http) =>
		access.connector.orders.page(http, window),
	);
	return { orders: orders.slice(-sample.orders), unreadable: [] };
}

const locationsOf = (context: IPollFunctions, access: ChannelAccess) =>
	locationsTyped(access, () => context.getNodeParameter('locations', ''));

async function changed(context: IPollFunctions, access: AccessTo<'orders'>): Promise<Found> {
	const memory = context.getWorkflowStaticData('node') as IDataObject & { cursor?: Cursor };
	if (memory.cursor === undefined) {
		// n8n polls once as it is switched on: what is wrong with them is said then, to whoever does that.
		locationsOf(context, access);
		memory.cursor = await started(context, access);
		return { orders: [], unreadable: [] };
	}
	const { cursor, ...found } = await walked(context, access, memory.cursor);
	memory.cursor = cursor;
	return found;
}

async function started(context: IPollFunctions, access: AccessTo<'orders'>): Promise<Cursor> {
	const { id, clock } = await inQuotaIfKept(context, access, (http) =>
		access.connector.account(http),
	);
	const startedAt = clock ?? instant(Date.now());
	return { account: id, startedAt, watermark: startedAt, position: null, seen: {} };
}

const usualOverlap = ({ connector }: ChannelAccess) =>
	connector.usual?.overlapMinutes ?? newStore.overlapMinutes;

async function walked(context: IPollFunctions, access: AccessTo<'orders'>, from: Cursor) {
	const until = Date.now() + budgetOf(context);
	const most = count(context.getNodeParameter('options.pagesPerPoll', 3), 'pagesPerPoll');
	const overlapMinutes = count(
		context.getNodeParameter('options.overlapMinutes', usualOverlap(access)),
		'overlapMinutes',
	);
	const includeOlder = context.getNodeParameter('options.includeOlder', false) === true;
	const locations = locationsOf(context, access);
	const orders: Order[] = [];
	const unreadable: Unreadable[] = [];
	let cursor = from;
	let pages = 0;
	do {
		const window = { ...windowOf(cursor, { overlapMinutes, includeOlder }), locations };
		const page: OrderPage = await inQuotaIfKept(context, access, (http) =>
			access.connector.orders.page(http, window),
		);
		sameAccount(access, cursor.account, page.account);
		const fresh = unseen(cursor, page);
		orders.push(...fresh.orders);
		unreadable.push(...fresh.unreadable);
		cursor = after(cursor, page, overlapMinutes);
		pages++;
	} while (cursor.position !== null && pages < most && Date.now() < until);
	return { orders, unreadable, cursor };
}
