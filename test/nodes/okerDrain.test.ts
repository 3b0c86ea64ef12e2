import type { IDataObject } from 'n8n-workflow';
import { connectedOker, placed, store } from '../support/okerNodes';
import type { OkerNodes } from '../support/okerNodes';

/** Has the outbox tell both: an accept and a cancel. */
const told = {
	workspaceStatusMapping: {
		rows: [
			{ hubStatus: 'new_order', channelStatus: 'ACKNOWLEDGED' },
			{ hubStatus: 'cancelled', channelStatus: 'CANCELLED' },
		],
	},
};

const callsPerMinute = 200;
const usedEarlier = 194;

let shop: OkerNodes;
afterEach(() => shop.close());

/** Calls of the minute that is not over, too long ago to be waited for in portions and not long enough to be over soon. */
const useUp = async () => {
	const [now] = await shop.sql("SELECT CAST(unixepoch('subsec') * 1000 AS INTEGER) AS ms");
	const calls = Array.from({ length: usedEarlier }, () => Number(now?.ms) - 16_000);
	await shop.sql(`UPDATE quotas SET calls = '${JSON.stringify(calls)}' WHERE key LIKE '% all'`);
};

test('a walk over a backlog that has used up what it may leaves room to accept and to cancel', async () => {
	const credential = { callsPerMinute: String(callsPerMinute) };
	shop = await connectedOker({}, told, credential);
	const [first = '', second = ''] = placed(shop, {}, {});
	await shop.tick('sync-orders');
	await shop.hub('order:changeStatus', { orderId: second, status: 'cancelled' });
	placed(shop, ...Array.from({ length: 600 }, () => ({})));
	await shop.sql('UPDATE syncs SET due_at = 0');
	let [item] = await shop.items('orderHub', 'sync:begin', store);
	[item] = (await shop.run('oker', 'order:getPage', { items: [item ?? {}] }))[0] ?? [];
	await useUp();
	const next = async () => {
		const run = { ...(item?.run as IDataObject), position: item?.next };
		[item] = (await shop.run('oker', 'order:getPage', { items: [{ run }] }))[0] ?? [];
	};
	const pages = async () => {
		for (;;) await next();
	};
	await expect(pages()).rejects.toThrow(/no call may be sent/);
	await shop.tick('send-updates');
	expect(shop.oker.order(second)).toMatchObject({ status: 'CANCELLED' });
	const { history } = shop.oker.order(first) ?? {};
	expect(history?.map(({ what }) => what)).toEqual(['placed', 'acknowledged']);
});
