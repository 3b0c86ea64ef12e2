import { engines, ikasStore } from '../support/ledgers';
import { placed } from '../support/placed';

describe.each(engines)('orders that are still open, on $engine', ({ open }) => {
	const hub = ikasStore(open);
	const early = '2026-03-01T10:00:00.000Z';
	const page = (after = '', limit = 2) =>
		hub.ledger.openOrders('ikas-tr', { placedBefore: '2026-03-02T00:00:00.000Z', after, limit });
	const status = (id: string, to: string) =>
		hub.sql('UPDATE orders SET status = ? WHERE channel_id = ?', to, id);

	test('are named page by page in the order of their ids, without those that were placed later', async () => {
		await hub.take(...['3', '1', '5', '2', '4'].map((id) => placed(id, { placedAt: early })));
		await hub.take(placed('late'));
		expect([await page(), await page('2'), await page('4'), await page('5')]).toEqual([
			['1', '2'],
			['3', '4'],
			['5'],
			[],
		]);
	});

	test.each([
		['new_order', true],
		['packed', true],
		['on_hold', true],
		['shipped', true],
		['return_to_origin', true],
		['return_in_progress', true],
		['partial_return', true],
		['delivered', false],
		['cancelled', false],
		['returned', false],
	] as const)('what is %s: %p', async (to, isOpen) => {
		await hub.take(placed('1', { placedAt: early }));
		await status('1', to);
		expect(await page()).toEqual(isOpen ? ['1'] : []);
	});
});
