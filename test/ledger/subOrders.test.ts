import type { MappedOrder } from '../../domain/order';
import { draft, engines, ikasStore, settings } from '../support/ledgers';
import { inOms, omsParcel, omsStore } from '../support/omsStores';
import { line, placed } from '../support/placed';
import { everyStep } from '../support/telling';

describe.each(engines)('the sub-orders of a split order on $engine', ({ open }) => {
	const hub = ikasStore(open);
	const big = placed('1', { lines: [line('1', 'A', 14), line('2', 'B', 1)] });

	beforeEach(async () => {
		const split = { smallestValue: 0, mostParcels: null };
		await hub.ledger.saveRuleSet({
			code: 'splitting',
			rules: [{ name: 'split', strategy: 'priority', split }],
		});
		const may = { splitOrders: true, ruleSet: 'splitting', workspaceStatusMap: everyStep };
		await hub.ledger.saveStore(draft({ settings: settings(may) }));
	});

	const routed = async (...orders: readonly MappedOrder[]) => {
		await hub.take(...orders);
		await hub.route();
	};
	/** Code, hub and status of each part. */
	const parts = async (id = '1') =>
		(await hub.order(id)).parcels.map(
			({ subOrder, hub: at, status }) => `${subOrder} ${at} ${status}`,
		);
	const partAt = async (code: string) =>
		(await hub.order('1')).parcels.find(({ hub: at }) => at === code)?.parcel;
	const move = async (status: 'picked' | 'packed' | 'shipped', at?: string) =>
		hub.ledger.changeStatus(
			'ikas-tr',
			'1',
			status,
			at === undefined ? {} : { parcel: await partAt(at) },
		);
	const events = async () =>
		(await hub.ledger.getEvents({ stores: [], types: [], limit: 50 })).map(
			({ type, detail, subOrder }) => `${type} ${detail} ${subOrder}`,
		);

	test('have a code each, with the number of the order; an order in one piece has none', async () => {
		await routed(big, placed('2', { lines: [line('1', 'B', 1)] }));
		expect(await parts('1')).toEqual(['N1-1 istanbul new_order', 'N1-2 ankara new_order']);
		expect(await parts('2')).toEqual(['null istanbul new_order']);
	});

	test('are listed by hub: each sees its own part, with a link to the order', async () => {
		await routed(big, placed('2', { lines: [line('1', 'B', 1)] }));
		const own = (at: string) => hub.ledger.getParcels({ hub: at, limit: 9 });
		const subOrders = [
			{ code: 'N1-1', parcel: await partAt('istanbul'), hub: 'istanbul', status: 'new_order' },
			{ code: 'N1-2', parcel: await partAt('ankara'), hub: 'ankara', status: 'new_order' },
		];
		const parentOrder = { id: '1', number: 'N1', status: 'new_order', subOrders };
		expect(await own('ankara')).toEqual([
			expect.objectContaining({
				...{ store: 'ikas-tr', order: '1', number: 'N1', code: 'N1-2', parentOrder },
				...{ parcel: await partAt('ankara'), hub: 'ankara', status: 'new_order' },
				lines: [{ line: '1', sku: 'A', title: 'A', quantity: 4 }],
				shipTo: big.shipTo,
			}),
		]);
		expect(await own('istanbul')).toMatchObject([
			{ code: 'N2', parentOrder: null, lines: [{ sku: 'B', quantity: 1 }] },
			{ code: 'N1-1', parentOrder, lines: [{ quantity: 10 }, { sku: 'B', quantity: 1 }] },
		]);
	});

	test('are listed until they leave, then by their status, and by store', async () => {
		await routed(big);
		await move('shipped', 'ankara');
		const own = async (filter: object) =>
			(await hub.ledger.getParcels({ hub: 'ankara', limit: 9, ...filter })).map(({ code }) => code);
		expect(await own({})).toEqual([]);
		expect(await own({ status: 'shipped' })).toEqual(['N1-2']);
		expect(await own({ status: 'shipped', store: 'ikas-tr' })).toEqual(['N1-2']);
		expect(await own({ status: 'shipped', store: 'ikas-de' })).toEqual([]);
	});

	test('find their order by the hub of any of them', async () => {
		await routed(big, placed('2', { lines: [line('1', 'B', 1)] }));
		const at = async (code: string) =>
			(await hub.ledger.getOrders({ store: 'ikas-tr', hub: code, limit: 9 })).map(({ id }) => id);
		expect(await at('ankara')).toEqual(['1']);
		expect(await at('istanbul')).toEqual(['2', '1']);
	});

	test('have a status each, and events say which of them it is about and how all stand', async () => {
		const claim = () => hub.ledger.claimEvents('wms', { stores: [], types: [], limit: 50 });
		// A consumer hears what happens from its first look on.
		await claim();
		await routed(big);
		await move('picked', 'ankara');
		expect(await parts()).toEqual(['N1-1 istanbul new_order', 'N1-2 ankara picked']);
		const told = await claim();
		expect(told.map(({ type, subOrder }) => [type, subOrder])).toEqual([
			['order_created', null],
			['order_assigned', null],
			['status_changed', 'N1-2'],
		]);
		expect(told[2]?.order).toMatchObject({
			status: 'new_order',
			subOrders: [
				{ code: 'N1-1', hub: 'istanbul', status: 'new_order' },
				{ code: 'N1-2', hub: 'ankara', status: 'picked' },
			],
		});
		await move('picked');
		expect((await events()).at(-1)).toBe('status_changed picked N1-1');
		expect((await hub.ledger.getOrderLog('ikas-tr', '1', 2)).map((one) => one.subOrder)).toEqual([
			'N1-2',
			'N1-1',
		]);
		await move('packed');
		expect((await events()).at(-1)).toBe('status_changed packed null');
		await hub.ledger.changeStatus('ikas-tr', '1', 'cancelled');
		expect((await events()).at(-1)).toBe('order_cancelled cancelled null');
	});

	test('leave by the manifest of their hub, whose list and events name them', async () => {
		await routed(big);
		await move('packed');
		for (const at of ['istanbul', 'ankara']) {
			const of = { store: 'ikas-tr', hub: at, provider: null, code: at, reuseOpen: false };
			await hub.ledger.createManifest(of);
			await hub.ledger.addToManifest(at, ['1']);
		}
		expect(await hub.ledger.getManifestPrintList('ankara')).toMatchObject({
			rows: [{ number: 'N1', subOrder: 'N1-2', count: 4 }],
		});
		await hub.ledger.closeManifest('ankara', 'ayse');
		expect((await events()).at(-1)).toBe('order_shipped shipped N1-2');
		expect(await parts()).toEqual(['N1-1 istanbul packed', 'N1-2 ankara shipped']);
	});

	test('have a label each, and the event of one that is ready names it', async () => {
		await routed(big);
		const parcel = (await partAt('ankara')) ?? 0;
		await move('packed', 'ankara');
		const told = (await hub.ledger.claimUpdates('ikas-tr', 9)).at(-1);
		const label = { mimeType: 'text/plain', base64: 'TA==' };
		if (told) {
			await hub.ledger.completeUpdate(told, 'told', {
				parcels: [{ parcel, tracking: null, label }],
			});
		}
		expect((await events()).at(-1)).toBe(`label_ready ${parcel} N1-2`);
		expect(await hub.ledger.getLabel('ikas-tr', '1', parcel)).toMatchObject({
			...{ number: 'N1', subOrder: 'N1-2', label },
		});
	});

	test('keep their code while they are parcels; what is routed again gets a free one', async () => {
		await routed(big);
		await move('shipped', 'ankara');
		await hub.ledger.setStock([{ seller: 'acme', sku: 'A', hub: 'ankara', onHand: 20 }]);
		await hub.ledger.assignHub('ikas-tr', '1', 'ankara');
		expect(await parts()).toEqual(['N1-2 ankara shipped', 'N1-3 ankara new_order']);
		await move('shipped');
		expect(await parts()).toEqual(['N1-2 ankara shipped', 'N1-3 ankara shipped']);
	});

	test('are none any more when the order goes to one hub after all', async () => {
		await routed(big);
		await hub.ledger.setStock([{ seller: 'acme', sku: 'A', hub: 'istanbul', onHand: 20 }]);
		await hub.ledger.assignHub('ikas-tr', '1', 'istanbul');
		expect(await parts()).toEqual(['null istanbul new_order']);
	});

	test('are never made where the channel takes an order only as a whole, and the decision says so', async () => {
		await routed({ ...big, isWhole: true });
		expect(await hub.order('1')).toMatchObject({
			...{ status: 'on_hold', parcels: [] },
			decision: {
				passedOver: [
					{
						rule: 'split',
						why: 'none of its hubs has everything, and its channel takes it only as a whole',
					},
				],
			},
		});
	});
});

describe.each(engines)('the sub-orders that an OMS makes on $engine', ({ open }) => {
	const hub = omsStore(open);

	test('come when it ships a part: what was in one piece gets a code, too, and the event names what left', async () => {
		await hub.take(placed('1', { lines: [line('1', 'A', 2)] }));
		await hub.route();
		await hub.handOver();
		await hub.send();
		expect((await hub.order('1')).parcels).toMatchObject([{ subOrder: null }]);
		await hub.fulfil(inOms('1', { parcels: [omsParcel('F1', { 1: 1 }, {})] }));
		const { parcels } = await hub.order('1');
		expect(parcels.map(({ subOrder, status }) => [subOrder, status])).toEqual([
			['N1-1', 'new_order'],
			['N1-2', 'shipped'],
		]);
		const told = await hub.ledger.getEvents({ stores: ['ikas-tr'], types: [], limit: 50 });
		expect(told.at(-1)).toMatchObject({ type: 'order_shipped', subOrder: 'N1-2' });
	});
});
