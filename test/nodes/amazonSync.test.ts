import type { AmazonCall } from '../../sandbox/amazonSellerFlex/types';
import { dyingAfter, templateOf } from '../support/templates';
import { amazonPage, amazonShops, catalogOf, mapped } from '../support/amazonNodes';

const template = templateOf('amazonSellerFlex/sync-orders');
const oneHub = { hubMapping: mapped({ EXSB: 'sharjah' }) };
const twoHubs = { hubMapping: mapped({ EXSB: 'sharjah', DXB1: 'dubai' }) };
const minute = 60_000;

/** An access token ends after an hour, and then costs a call. */
const isAnswered = ({ status }: AmazonCall) => status === 200;

describe('the template that syncs the orders of an Amazon store', () => {
	const at = amazonShops({}, oneHub);

	const poll = async () => {
		await at.shop.becomeDue();
		const done = await at.shop.tick(template);
		expect(done.run.data.resultData.error).toBeUndefined();
		return done;
	};
	const { place, orders, outbox } = at;

	test('gives each shipment to the hub that Amazon named, and owes Amazon one word for each', async () => {
		await at.reopen(twoHubs);
		const [one, other] = place({ location: 'DXB1' }, { location: 'EXSB' });
		const { outputs } = await poll();
		expect(outputs('Sync End').at(-1)).toMatchObject([[{ answer: 'done' }]]);
		expect(await orders()).toEqual(
			expect.arrayContaining([
				{ id: one, status: 'new_order', hub: 'dubai' },
				{ id: other, status: 'new_order', hub: 'sharjah' },
			]),
		);
		await poll();
		expect(await outbox()).toEqual(['CONFIRMED pending', 'CONFIRMED pending']);
	});

	test('asks for the new and the cancelled of each hub, for the shipped every two hours, and not before it is due', async () => {
		await at.reopen(twoHubs);
		const asked = async () =>
			(await at.shop.callsOf(poll)).filter(isAnswered).map(({ kind, path }) => {
				const query = new URL(path, 'http://amazon').searchParams;
				return `${kind} ${query.get('status')} ${query.get('locationId')}`;
			});
		const brisk = ['EXSB', 'DXB1'].flatMap((hub) => [
			`getShipments ACCEPTED ${hub}`,
			`getShipments CANCELLED ${hub}`,
		]);
		await asked();
		expect(await asked()).toEqual(brisk);
		at.amazon.clock.advance(120 * minute);
		expect(await asked()).toHaveLength(8);
		at.amazon.clock.advance(30 * minute);
		expect(await asked()).toEqual(brisk);
		const early = await at.shop.callsOf(async () => {
			const { outputs } = await at.shop.tick(template);
			expect(outputs('Sync Begin')).toMatchObject([[[], [{ answer: 'notDue' }]]]);
		});
		expect(early).toEqual([]);
	});

	test('follows empty pages that have a token', async () => {
		place({}, {}, {});
		at.amazon.setFaults({ emptyPages: 1 });
		const calls = await at.shop.callsOf(poll);
		expect(calls.filter(({ records }) => records === 0).length).toBeGreaterThan(3);
		expect(await orders()).toHaveLength(3);
	});

	test('never takes what is pending', async () => {
		place({ status: 'PENDING' });
		await poll();
		expect(await orders()).toEqual([]);
	});

	test('makes an exception of an unknown location, and no other hub ships it; mapped and tried again it comes in', async () => {
		const [id] = place({ overrides: { locationId: 'AUH2' } });
		await poll();
		expect(await orders()).toEqual([]);
		const [exception] = await at.shop.hub('exception:getMany');
		expect(exception).toMatchObject({
			reference: id,
			cause: expect.stringContaining('AUH2'),
			advice: expect.stringMatching(/^Map the location to a hub/),
		});
		const hubMapping = mapped({ EXSB: 'sharjah', AUH2: 'dubai' });
		await at.shop.items('amazonSellerFlex', 'store:saveSettings', {
			parameters: amazonPage({ hubMapping }),
		});
		await at.shop.hub('exception:retry', { exceptionId: String(exception?.id) });
		await poll();
		expect(await orders()).toEqual([{ id, status: 'new_order', hub: 'dubai' }]);
		expect(await at.shop.hub('exception:getMany')).toEqual([]);
	});

	test('cancels what Amazon cancelled, and frees its stock', async () => {
		const [id = ''] = place({});
		await poll();
		const reserved = async () =>
			(
				await at.shop.items('orderHub', 'stock:get', {
					parameters: { seller: 'noor', sku: 'MUG' },
				})
			).map(({ hub, available }) => `${String(hub)} ${String(available)}`);
		expect(await reserved()).toContain('sharjah 9');
		at.amazon.clock.advance(minute);
		at.amazon.cancel(id);
		await poll();
		expect(await orders()).toMatchObject([{ id, status: 'cancelled' }]);
		expect(await reserved()).toContain('sharjah 10');
	});

	test.each(['Get Page', 'Import', 'Hub Router'])(
		'repeats a run that died after %s, and doubles nothing',
		async (node) => {
			const ids = place({}, {});
			await at.shop.tick(dyingAfter(template, node));
			await poll();
			expect((await orders()).map(({ id }) => id).sort()).toEqual([...ids].sort());
			expect(await outbox()).toEqual(['CONFIRMED pending', 'CONFIRMED pending']);
		},
	);

	test('hears within two hours that the carrier has it, and that it was delivered', async () => {
		const [id = ''] = place({});
		await poll();
		at.amazon.clock.advance(minute);
		at.amazon.advance(id, { status: 'SHIPPED' });
		await poll();
		expect(await orders()).toMatchObject([{ status: 'new_order' }]);
		at.amazon.clock.advance(120 * minute);
		await poll();
		expect(await orders()).toMatchObject([{ status: 'shipped' }]);
		at.amazon.advance(id, { status: 'DELIVERED' });
		at.amazon.clock.advance(120 * minute);
		await poll();
		expect(await orders()).toMatchObject([{ status: 'delivered' }]);
	});

	test('holds an order whose SKU is not in the catalog, until a file brings it', async () => {
		const [id] = place({ lines: [{ sku: 'OUD', quantity: 1 }] });
		await poll();
		expect(await at.shop.hub('order:getMany')).toMatchObject([
			{ id, status: 'on_hold', holdReason: 'sku_not_valid' },
		]);
		expect(await outbox()).toEqual([]);
		await at.shop.upload(catalogOf('MUG', 'OUD'));
		await at.shop.items('orderHub', 'stock:set', {
			parameters: {
				...{ seller: 'noor', sku: 'OUD', onHand: 3 },
				hub: { __rl: true, mode: 'id', value: 'sharjah' },
			},
		});
		await at.shop.tick(templateOf('hub/route-orders'));
		await poll();
		expect(await orders()).toEqual([{ id, status: 'new_order', hub: 'sharjah' }]);
		expect(await outbox()).toEqual(['CONFIRMED pending']);
	});

	test('reads a shipment at once that somebody asks for by its ID, and again once it has changed', async () => {
		const [id = ''] = place({}, {});
		const resync = async () => {
			await at.shop.hub('order:requestSync', { orderIds: id });
			const { run } = await at.shop.tick(templateOf('amazonSellerFlex/resync-orders'));
			expect(run.data.resultData.error).toBeUndefined();
			expect(await at.shop.sql('SELECT * FROM asked_orders')).toEqual([]);
		};
		await resync();
		expect(await orders()).toEqual([{ id, status: 'new_order', hub: 'sharjah' }]);
		at.amazon.clock.advance(minute);
		at.amazon.cancel(id);
		await resync();
		expect(await orders()).toMatchObject([{ id, status: 'cancelled' }]);
	});

	test('shows as failed when Amazon lets the seller in no more, and says what to do', async () => {
		at.amazon.setGrants({ allowListed: false });
		const { run } = await at.shop.tick(template);
		expect(run.data.resultData.error?.message).toMatch(/allow-listed.*tried again at 20/s);
	});
});
