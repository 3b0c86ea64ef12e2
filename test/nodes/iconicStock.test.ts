import { iconicShops } from '../support/iconicNodes';
import { carriers, dress } from '../support/iconicStore';
import { picked } from '../support/shop';
import { dyingAfter, templateOf, tick } from '../support/templates';

describe('the template that pushes stock to The Iconic', () => {
	const at = iconicShops();
	const product = (sku: string = dress.sku) =>
		at.iconic.state().products.find((one) => one.sku === sku);

	/** A cycle of the template: its writing calls with their rows, and what Sync End says became of the rows. */
	const cycle = async () => {
		let counts: unknown;
		const calls = await at.shop.callsOf(async () => {
			const { outputs, run } = await at.shop.tick('push-inventory');
			expect(run.data.resultData.error).toBeUndefined();
			[counts] = outputs('Sync End').flatMap(([items = []]) => items.map((end) => end.counts));
		});
		const writes = calls.filter(({ kind }) => kind === 'setStock');
		return { rows: writes.map(({ body }) => (body as readonly unknown[]).length), counts };
	};

	const count = (hub: string, onHand: number, sku: string = dress.sku) =>
		at.shop.items('orderHub', 'stock:set', {
			parameters: { seller: 'bondi', sku, hub: picked(hub), onHand },
		});

	test('tells one figure for all hubs, and then only what changed', async () => {
		expect(await cycle()).toMatchObject({ rows: [1], counts: { stored: 1, refused: 0 } });
		expect(product()).toMatchObject({ quantity: 20 });
		expect(await cycle()).toMatchObject({ rows: [], counts: { stored: 0 } });
		await count('perth', 3);
		expect(await cycle()).toMatchObject({ rows: [1] });
		expect(product()).toMatchObject({ quantity: 13 });
	});

	test('sends a hundred rows in a call', async () => {
		const many = Array.from({ length: 230 }, (_, index) => ({
			sku: `S-${index}`,
			set: `set ${index % 5}`,
		}));
		at.iconic.seed(many);
		await at.shop.tick('sync-catalog');
		await at.shop.items('orderHub', 'stock:set', {
			parameters: { seller: 'bondi', sku: '={{ $json.sku }}', hub: picked('sydney'), onHand: 2 },
			items: many,
		});
		expect(await cycle()).toMatchObject({ rows: [100, 100, 31], counts: { stored: 231 } });
		expect(product('S-229')).toMatchObject({ quantity: 2 });
	});

	test('makes an exception of a refused row, and costs no other', async () => {
		at.iconic.seed([{ sku: 'HELD', shipmentType: 'warehouse' }]);
		await at.shop.tick('sync-catalog');
		await count('sydney', 5, 'HELD');
		expect(await cycle()).toMatchObject({ counts: { stored: 1, refused: 1 } });
		expect(await at.shop.hub('exception:getMany')).toMatchObject([{ kind: 'stock_refused' }]);
	});

	test('tells again what a run had sent that died before it could confirm', async () => {
		const file = dyingAfter(templateOf('theIconic/push-inventory'), 'Push Stock');
		await at.shop.sql('UPDATE syncs SET due_at = 0, lease_until = 1');
		await tick(file, at.shop.credentials);
		expect(await cycle()).toMatchObject({ rows: [1], counts: { stored: 1 } });
	});

	test('finds with the reconcile what somebody typed in Seller Center, and puts it right', async () => {
		await cycle();
		at.iconic.setStock([{ sku: dress.sku, quantity: 99 }]);
		expect(await cycle()).toMatchObject({ rows: [] });
		await at.shop.tick('reconcile');
		expect(await cycle()).toMatchObject({ rows: [1] });
		expect(product()).toMatchObject({ quantity: 20 });
	});

	test('takes the units of an open order off once, whoever takes them off', async () => {
		const [id = ''] = at.place({});
		await at.shop.tick('sync-orders');
		await cycle();
		expect(product()).toMatchObject({ quantity: 20, reserved: 1, available: 19 });
		await at.shop.hub('order:changeStatus', {
			...{ orderId: id, status: 'shipped' },
			options: { trackingNumber: 'TRACK-1', carrier: carriers.typed },
		});
		await at.shop.tick('send-updates');
		await cycle();
		expect(product()).toMatchObject({ quantity: 19, reserved: 0, available: 19 });
	});

	test('tells what is available where The Iconic lowers the figure by itself', async () => {
		await at.reopen({ addReservations: false }, { stockFalls: 'ordered' });
		await cycle();
		at.place({});
		await at.shop.tick('sync-orders');
		await cycle();
		expect(product()).toMatchObject({ quantity: 19 });
	});
});
