import { draft, settings } from '../support/ledgers';
import { placed } from '../support/placed';
import { tryTrigger, until } from '../support/published';
import { consumer, trigger, triggered, triggeredHub } from '../support/triggered';

const created = { events: ['order_created'] };

describe('Order Hub Trigger', () => {
	const at = triggeredHub();

	/** Events count from now on, as if it had been published before. */
	const known = () => at.hub.ledger.claimEvents(consumer, { stores: [], types: [], limit: 0 });

	test('starts an execution for an event, once, with where its order stands', async () => {
		await at.publish(created);
		await at.hub.take(placed('1'));
		await until(() => at.count('success') === 1);
		expect(at.items()).toEqual([
			{
				id: expect.any(Number),
				type: 'order_created',
				store: 'ikas-tr',
				at: expect.any(String),
				detail: 'created',
				attempt: 1,
				order: {
					id: '1',
					number: 'N1',
					status: 'created',
					holdReason: null,
					hub: null,
					subOrders: [],
				},
				subOrder: null,
			},
		]);
		await at.unpublish();
		expect(await at.undelivered()).toEqual([]);
	});

	test('knows nothing of what happened before it was published', async () => {
		await at.hub.take(placed('1'));
		await at.publish(created);
		await at.hub.take(placed('2'));
		await until(() => at.count('success') > 0);
		expect(at.orders()).toEqual(['N2']);
	});

	test('keeps to the stores and events that were picked', async () => {
		const other = { code: 'other', account: 'other', settings: settings() };
		await at.hub.ledger.saveStore(draft(other));
		await at.publish({ ...created, stores: ['ikas-tr'] });
		await at.hub.ledger.importOrders('other', [placed('7')]);
		await at.hub.take(placed('1'));
		await at.hub.route();
		await at.hub.take(placed('2'));
		await until(() => at.count('success') >= 2);
		expect(at.items()).toMatchObject([
			{ type: 'order_created', order: { number: 'N1' } },
			{ type: 'order_created', order: { number: 'N2' } },
		]);
	});

	test('gives several events to one execution where it is told to', async () => {
		await known();
		await at.hub.take(placed('1'), placed('2'), placed('3'));
		await at.publish({ ...created, options: { batchSize: 2 } });
		await until(() => at.items().length === 3 && !at.ended().includes(undefined));
		expect(at.executions().map(({ items }) => items.length)).toEqual([2, 1]);
	});

	test('looks again at once while there is more, not only at the next look', async () => {
		await known();
		const numbers = Array.from({ length: 40 }, (_, of) => `${of}`);
		await at.hub.take(...numbers.map((number) => placed(number)));
		await at.publish({ ...created, options: { intervalSeconds: 3600 } });
		await until(() => at.count('success') === 40);
		expect(at.orders()).toEqual(numbers.map((number) => `N${number}`));
	});

	test.each([
		[1, 1],
		[3, 3],
	])('runs %i at once where it is told to', async (atOnce, expected) => {
		let underWay = 0;
		let most = 0;
		await known();
		await at.hub.take(...['1', '2', '3', '4', '5'].map((id) => placed(id)));
		const gate = async () => {
			most = Math.max(most, ++underWay);
			await new Promise((resolve) => setTimeout(resolve, 50));
			underWay--;
			return undefined;
		};
		await at.publish({ ...created, options: { atOnce } }, { gate });
		await until(() => at.count('success') === 5);
		expect(most).toBe(expected);
	});

	test('refuses to be published with an event that does not exist', async () => {
		await expect(at.publish({ events: ['order_lost'] })).rejects.toThrow(/order_lost/);
	});

	test('shows the newest few events when it is tried by hand, and delivers none', async () => {
		await known();
		await at.hub.take(...['1', '2', '3', '4'].map((id) => placed(id)));
		const run = await tryTrigger(triggered(created), at.hub.credentials, trigger);
		const [shown] = run.data.resultData.runData[trigger]?.[0]?.data?.main ?? [];
		expect(shown?.map(({ json }) => json)).toMatchObject([
			{ order: { number: 'N2' } },
			{ order: { number: 'N3' } },
			{ order: { number: 'N4' } },
		]);
		expect(await at.undelivered()).toHaveLength(4);
	});

	test('says that there is nothing to show yet', async () => {
		const run = await tryTrigger(triggered(created), at.hub.credentials, trigger);
		expect(run.data.resultData.error?.message).toMatch(/no such event yet/);
	});
});
