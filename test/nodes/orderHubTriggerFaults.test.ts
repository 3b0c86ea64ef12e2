import { picked } from '../support/shop';
import { placed } from '../support/placed';
import { until } from '../support/published';
import { closedGate, triggeredHub } from '../support/triggered';

const created = { events: ['order_created'] };

describe('Order Hub Trigger, when something fails', () => {
	const at = triggeredHub();

	test('delivers again after an execution that failed, and then no more', async () => {
		const then = { resource: 'hub', operation: 'reroute', hub: picked('izmir') };
		await at.publish(created, { then });
		await at.hub.take(placed('1'));
		await until(() => at.count('error') > 0);
		const closed = { parameters: { code: 'izmir', name: 'İzmir', active: false } };
		await at.hub.run('orderHub', 'hub:save', closed);
		await until(() => at.count('success') > 0);
		const [first, ...repeated] = at.items();
		expect(repeated[0]).toMatchObject({ id: first?.id, attempt: 2 });
		expect(new Set(at.orders())).toEqual(new Set(['N1']));
		await at.unpublish();
		expect(at.ended().at(-1)).toBe('success');
		expect(await at.undelivered()).toEqual([]);
	});

	test('lets one event that fails stop no other', async () => {
		const orderId = '={{ $json.order.number === "N2" ? "unknown" : $json.order.id }}';
		await at.publish(created, { then: { resource: 'order', operation: 'get', orderId } });
		await at.hub.take(placed('1'), placed('2'), placed('3'));
		await until(() => at.count('success') === 2);
		await at.unpublish();
		expect(await at.undelivered()).toMatchObject([{ order: { number: 'N2' } }]);
	});

	test('delivers again what n8n could not even begin', async () => {
		let refusals = 1;
		const gate = async () => {
			if (refusals-- > 0) throw new Error('no permission to use the credential');
			return undefined;
		};
		await at.publish(created, { gate });
		await at.hub.take(placed('1'));
		await until(() => at.count('success') > 0);
		expect(at.ended()).toEqual([undefined, 'success']);
	});

	test('counts an execution that n8n has put aside as delivered', async () => {
		await at.publish(created, { gate: async () => 'waiting' });
		await at.hub.take(placed('1'));
		await until(() => at.count('waiting') > 0);
		await at.unpublish();
		expect(await at.undelivered()).toEqual([]);
	});

	test('counts an execution that was stopped as not delivered', async () => {
		await at.publish(created, { gate: async () => 'canceled' });
		await at.hub.take(placed('1'));
		await until(() => at.count('canceled') > 0);
		await at.unpublish();
		expect(await at.undelivered()).toMatchObject([{ order: { number: 'N1' } }]);
	});

	test('loses nothing when it is closed in between', async () => {
		const { gate, open } = closedGate();
		await at.publish(created, { gate });
		await at.hub.take(placed('1'), placed('2'));
		await until(() => at.executions().length === 1);
		await at.unpublish();
		await at.hub.take(placed('3'));
		const [first] = at.executions();
		open();
		await until(() => first?.run?.status === 'success');
		await at.publish(created);
		await until(() => at.count('success') === 2);
		expect(at.orders()).toEqual(['N2', 'N3']);
		await at.unpublish();
		expect(await at.hub.sql('SELECT state FROM deliveries ORDER BY event_id')).toEqual([
			{ state: 'done' },
			{ state: 'done' },
			{ state: 'done' },
		]);
	});

	test('gives an event back whose execution failed after it was closed', async () => {
		const { gate, open } = closedGate();
		const fail = async () => {
			await gate();
			throw new Error('gone');
		};
		await at.publish(created, { gate: fail });
		await at.hub.take(placed('1'));
		await until(() => at.executions().length === 1);
		await at.unpublish();
		open();
		await at.publish(created);
		await until(() => at.count('success') > 0);
		expect(at.items()).toMatchObject([{ attempt: 2, order: { number: 'N1' } }]);
	});

	test('starts no second execution while the first outlives its lease', async () => {
		const { gate, open } = closedGate();
		await at.publish({ ...created, options: { atOnce: 2 } }, { gate });
		await at.hub.take(placed('1'));
		await until(() => at.executions().length === 1);
		await at.hub.sql('UPDATE deliveries SET lease_until = 0');
		await until(async () => {
			const [delivery] = await at.hub.sql('SELECT lease_until FROM deliveries');
			return Number(delivery?.lease_until) > 0;
		});
		open();
		await until(() => at.count('success') > 0);
		expect(at.ended()).toEqual(['success']);
	});

	test('survives that the ledger is away, and says so once', async () => {
		await at.publish(created);
		await at.hub.sql('ALTER TABLE events RENAME TO gone');
		await until(() => at.faults().length > 0);
		// Long enough for two more looks.
		await new Promise((resolve) => setTimeout(resolve, 2_500));
		await at.hub.sql('ALTER TABLE gone RENAME TO events');
		await at.hub.take(placed('1'));
		await until(() => at.count('success') > 0);
		expect(at.faults()).toHaveLength(1);
	});

	test('says in the end that an execution succeeded while the ledger was away', async () => {
		const { gate, open } = closedGate();
		await at.publish(created, { gate });
		await at.hub.take(placed('1'));
		await until(() => at.executions().length === 1);
		await at.hub.sql('ALTER TABLE deliveries RENAME TO gone');
		open();
		await until(() => at.faults().length > 0);
		await at.hub.sql('ALTER TABLE gone RENAME TO deliveries');
		await until(async () => {
			const [delivery] = await at.hub.sql('SELECT state FROM deliveries');
			return delivery?.state === 'done';
		});
		expect(at.ended()).toEqual(['success']);
	});
});
