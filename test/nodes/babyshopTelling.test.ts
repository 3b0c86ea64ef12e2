import { babyshopShops, save, toldAs } from '../support/babyshopNodes';
import type { Draft } from '../support/babyshopNodes';
import { picked } from '../support/shop';
import { dyingAfter, templateOf, tick } from '../support/templates';

describe('the template that tells Babyshop what the hub has done', () => {
	const at = babyshopShops();
	const { outbox } = at;

	/** Orders that the hub has taken. */
	async function taken(...changes: readonly Draft[]) {
		const ids = at.place(...changes);
		await at.shop.tick('sync-orders');
		return ids;
	}
	const send = async () => {
		const done = await at.shop.tick('send-updates');
		expect(done.run.data.resultData.error).toBeUndefined();
		return done;
	};
	const move = (orderId: string, status: string) =>
		at.shop.hub('order:changeStatus', { orderId, status });
	async function packedOne(change: Draft = {}) {
		const [id = ''] = await taken(change);
		await move(id, 'packed');
		return id;
	}
	const kindsOf = async (work: () => Promise<unknown>) =>
		(await at.shop.callsOf(work)).map(({ kind }) => kind);
	const told = (id: string) =>
		at.babyshop
			.order(id)
			.history.filter(({ by }) => by === 'api')
			.map(({ what }) => what);
	const exceptions = async () =>
		(await at.shop.hub('exception:getMany')).map(
			({ kind, cause }) => `${String(kind)}: ${String(cause)}`,
		);
	const parcelsOf = async (orderId: string) => {
		const [order] = await at.shop.hub('order:get', { orderId, simple: false });
		return order?.parcels;
	};
	const labelOf = async (orderId: string) => {
		const [[file] = []] = await at.shop.runWhole('orderHub', 'parcel:getLabel', {
			parameters: { store: picked('babyshop'), orderId },
		});
		return Buffer.from(String(file?.binary?.data?.data), 'base64');
	};

	test('creates the shipment of what was packed, and keeps AWB and label with the parcel', async () => {
		const id = await packedOne();
		expect(await kindsOf(send)).toEqual([
			...['orderFetch', 'generateInvoice', 'fetchInvoice', 'fetchDocuments'],
		]);
		const [invoice] = at.babyshop.order(id).invoices;
		expect(await parcelsOf(id)).toMatchObject([{ tracking: { number: invoice?.awb } }]);
		const label = await labelOf(id);
		expect(label.toString('latin1')).toMatch(/^%PDF-/);
		expect(label.includes(String(invoice?.awb))).toBe(true);
		expect(await outbox(id)).toEqual(['10 done']);
		expect(await kindsOf(send)).toEqual([]);
	});

	test('waits for an AWB that comes later, which is no failure', async () => {
		await at.reopen({}, { awbMs: 180_000 });
		const id = await packedOne();
		await send();
		expect(await outbox(id)).toEqual(['10 waiting']);
		expect(
			await at.shop.hub('channelUpdate:getMany', { filters: { state: 'waiting' } }),
		).toMatchObject([{ detail: expect.stringMatching(/waits: .*AWB/) }]);
		expect(await kindsOf(send)).toHaveLength(1);
		expect(await outbox(id)).toEqual(['10 waiting']);
		at.babyshop.clock.advance(180_000);
		await send();
		expect(await outbox(id)).toEqual(['10 done']);
		expect(at.babyshop.order(id).invoices).toHaveLength(1);
		expect((await labelOf(id)).toString('latin1')).toMatch(/^%PDF-/);
		expect(await exceptions()).toEqual([]);
	});

	test('uses the shipment that somebody made in the panel', async () => {
		const [id = ''] = await taken({});
		at.babyshop.advance(id, { status: '10' });
		await move(id, 'packed');
		await send();
		expect(told(id)).toEqual([]);
		expect(at.babyshop.order(id).invoices).toMatchObject([{ by: 'panel', isRepeat: false }]);
		expect(await parcelsOf(id)).toMatchObject([{ tracking: { number: expect.any(String) } }]);
	});

	test('says once that Babyshop takes no Delivered, and goes on with the others', async () => {
		const workspaceStatusMapping = toldAs({ delivered: '25' });
		const [saved] = await save(at.shop, { workspaceStatusMapping, automatedCancellation: false });
		expect(saved?.warnings).toEqual([expect.stringMatching(/no call for Delivered/)]);
		const id = await packedOne();
		await send();
		for (const status of ['shipped', 'delivered']) await move(id, status);
		await send();
		await send();
		expect(await outbox(id)).toEqual(['10 done', '15 done', '25 untaken']);
		expect(
			await at.shop.hub('channelUpdate:getMany', { filters: { state: 'untaken' } }),
		).toMatchObject([{ detail: expect.stringMatching(/no call for Delivered.*courier/) }]);
		expect(await exceptions()).toEqual([]);
	});

	test('ships what was packed, with its AWB, and once', async () => {
		const id = await packedOne();
		await send();
		await move(id, 'shipped');
		await send();
		expect(at.babyshop.order(id)).toMatchObject({ status: '15', isShippedByApi: true });
		expect(await outbox(id)).toEqual(['10 done', '15 done']);
		expect(await kindsOf(send)).toEqual([]);
	});

	test.each(['generateInvoice', 'orderShipping', 'fetchDocuments'])(
		'does it once where the line goes dead after %s',
		async (only) => {
			const id = await packedOne();
			at.babyshop.setFaults({ dropAfter: 1, only, forTheNext: 1 });
			await send();
			await move(id, 'shipped');
			await send();
			expect(at.babyshop.order(id).invoices).toMatchObject([{ isRepeat: false }]);
			expect(told(id).filter((what) => what === 'shipped')).toHaveLength(1);
			expect(await outbox(id)).toEqual(['10 done', '15 done']);
		},
	);

	test('does it once where n8n dies between the sending and the record', async () => {
		const id = await packedOne();
		const dying = dyingAfter(templateOf('babyshop/send-updates'), 'Send Update');
		await tick(dying, at.shop.credentials);
		expect(await outbox(id)).toEqual(['10 claimed']);
		await at.shop.sql("UPDATE outbox SET lease_until = 1 WHERE state = 'claimed'");
		await send();
		expect(at.babyshop.order(id).invoices).toHaveLength(1);
		expect(await parcelsOf(id)).toMatchObject([{ tracking: { number: expect.any(String) } }]);
		expect((await labelOf(id)).toString('latin1')).toMatch(/^%PDF-/);
	});

	test('brings orders through a storm of mishaps, each step seen once', async () => {
		const ids = await taken({}, {});
		const chances = { dropBefore: 0.1, dropAfter: 0.1, rate500: 0.1, html: 0.05, cutOff: 0.05 };
		at.babyshop.setFaults({ seed: 7, ...chances, expireTokens: 0.1, code9AfterEffect: 0.1 });
		const sendAll = async () => {
			for (let round = 0; round < 12; round++) {
				await at.shop.sql('UPDATE quotas SET paused_until = 0, failures = 0');
				await send();
				if ((await outbox()).every((one) => one.endsWith(' done'))) return;
			}
		};
		for (const status of ['packed', 'shipped']) {
			for (const id of ids) await move(id, status);
			await sendAll();
		}
		at.babyshop.setFaults({});
		for (const id of ids) {
			expect(at.babyshop.order(id)).toMatchObject({
				status: '15',
				invoices: [{ isRepeat: false }],
			});
			expect(told(id).filter((what) => what === 'shipped')).toHaveLength(1);
		}
		expect(await exceptions()).toEqual([]);
	});

	test('does not pack what is cancelled there, and says so', async () => {
		const [id = ''] = await taken({});
		at.babyshop.cancel(id);
		await move(id, 'packed');
		await send();
		expect(told(id)).toEqual([]);
		expect(await exceptions()).toMatchObject([
			expect.stringMatching(/update_refused: .*cancelled/s),
		]);
	});

	test('leaves it alone for five minutes when the quota is used up, and loses nothing', async () => {
		const id = await packedOne();
		at.babyshop.setFaults({ code13: 1, only: 'orderFetch', forTheNext: 1 });
		expect(await kindsOf(send)).toEqual(['orderFetch']);
		expect(await outbox(id)).toEqual(['10 pending']);
		expect(await kindsOf(send)).toEqual([]);
		await at.shop.sql('UPDATE quotas SET paused_until = 0');
		await send();
		expect(await outbox(id)).toEqual(['10 done']);
	});

	describe('a cancel of the hub', () => {
		const cancel = (orderId: string) => at.shop.hub('order:cancel', { orderId });

		test.each(['8', '50'] as const)('cancels the whole order, seen as %s', async (status) => {
			await at.reopen({}, { cancelledStatus: status });
			const [id = ''] = await taken({});
			await cancel(id);
			expect(await kindsOf(send)).toEqual(['orderFetch', 'orderCancellation', 'orderFetch']);
			expect(at.babyshop.order(id)).toMatchObject({ status, isCancelledByApi: true });
			expect(await outbox(id)).toEqual(['8 done']);
			await at.shop.tick('sync-orders');
			expect(await kindsOf(send)).toEqual([]);
		});

		test('is confirmed by what the panel shows, also after its general error', async () => {
			const [id = ''] = await taken({});
			await cancel(id);
			at.babyshop.setFaults({ code9AfterEffect: 1, only: 'orderCancellation', forTheNext: 1 });
			await send();
			expect(await outbox(id)).toEqual(['8 done']);
			expect(told(id)).toEqual(['cancelled']);
		});

		test('waits until the panel shows it', async () => {
			await at.reopen({}, { cancelMs: 240_000 });
			const [id = ''] = await taken({});
			await cancel(id);
			await send();
			expect(await outbox(id)).toEqual(['8 waiting']);
			at.babyshop.clock.advance(240_000);
			await send();
			expect(await outbox(id)).toEqual(['8 done']);
			expect(told(id)).toEqual(['cancelled']);
		});

		test('after the shipment was made becomes an exception that says why', async () => {
			const id = await packedOne();
			await send();
			await cancel(id);
			await send();
			expect(at.babyshop.order(id).status).not.toBe('8');
			expect(await exceptions()).toMatchObject([
				expect.stringMatching(/update_refused: .*shipment/s),
			]);
		});

		test.each([
			['the automation is off', { automatedCancellation: false }],
			['the map has no row for it', { workspaceStatusMapping: toldAs() }],
		])('stays in the hub where %s', async (_why, settings) => {
			await save(at.shop, settings);
			const [id = ''] = await taken({});
			await cancel(id);
			expect(await kindsOf(send)).toEqual([]);
			expect(at.babyshop.order(id).status).toBe('5');
		});
	});
});

describe('Print AWB', () => {
	const at = babyshopShops();
	const print = (orderId: string, more = {}) =>
		at.shop.runWhole('babyshop', 'order:printAwb', {
			parameters: { orderId: picked(orderId), ...more },
		});

	test('gives the label as a PDF named after order and AWB, as often as it is asked for', async () => {
		const [id = ''] = at.place({});
		at.babyshop.advance(id, { status: '10' });
		const [{ awb } = { awb: '' }] = at.babyshop.order(id).invoices;
		for (let times = 0; times < 2; times++) {
			const [[item] = []] = await print(id);
			const fileName = `${id}-${awb}.pdf`;
			expect(item).toMatchObject({
				json: { order: id, awb, fileName },
				binary: { data: { fileName, mimeType: 'application/pdf' } },
				pairedItem: { item: 0 },
			});
			const bytes = Buffer.from(String(item?.binary?.data?.data), 'base64');
			expect(bytes.toString('latin1')).toMatch(/^%PDF-/);
			expect(bytes.includes(String(awb))).toBe(true);
		}
		const [[named] = []] = await print(id, { binaryPropertyName: 'label' });
		expect(Object.keys(named?.binary ?? {})).toEqual(['label']);
		expect(at.babyshop.calls().every(({ effect }) => effect === null)).toBe(true);
	});

	test.each([
		['no shipment', {}, /has no shipment/, 'configuration-invalid'],
		['a cancelled order', { status: '8' as const }, /cancelled/, 'configuration-invalid'],
	])('says so of %s', async (_what, draft, message, cause) => {
		const [id = ''] = at.place(draft);
		await expect(print(id)).rejects.toMatchObject({
			message: expect.stringMatching(message),
			failure: { cause },
		});
	});

	test('says so of an order that there is not', async () => {
		await expect(print('70000000099-1')).rejects.toThrow(/70000000099-1/);
	});

	/** The template up to its last pages, which end with what they would show: n8n cannot draw them here. */
	async function inTheForm(order: string, page: string, parameter: string) {
		const file = templateOf('babyshop/print-awb');
		const nodes = file.nodes.map((node) =>
			node.type !== 'n8n-nodes-base.form'
				? node
				: {
						...node,
						type: 'n8n-nodes-base.stopAndError',
						typeVersion: 1,
						parameters: { errorMessage: node.name === page ? node.parameters[parameter] : 'other' },
					},
		);
		const start = { node: 'Print AWB', items: [{ order: ` ${order} ` }] };
		const { run } = await tick({ ...file, nodes }, at.shop.credentials, start);
		return run.data.resultData.error?.message;
	}

	test('gives all labels of an order on the last page of the form', async () => {
		const lines = [1, 2].map((line) => ({ line: String(line), sku: 'MKT-1', quantity: 1 }));
		const [id = ''] = at.place({ lines });
		await at.shop.items('babyshop', 'order:get', { parameters: { orderId: picked(id) } });
		const { baseUrl, accessToken } = at.shop.stored.babyshopChannelApi;
		const orderItemsList = [
			{ orderNo: id, lineNo: '1', invoiceNo: '', transporterName: '', trackingNo: '' },
		];
		await fetch(`${baseUrl}/generateInvoice`, {
			method: 'POST',
			headers: { ApiKey: String(accessToken) },
			body: new URLSearchParams({ RequestBody: JSON.stringify({ orderItemsList }) }),
		});
		at.babyshop.advance(id, { status: '10' });
		const awbs = at.babyshop.order(id).invoices.map(({ awb }) => awb);
		expect(new Set(awbs).size).toBe(2);
		expect(await inTheForm(id, 'Labels', 'completionTitle')).toBe(`AWB ${awbs.join(', ')}`);
		expect(await inTheForm(id, 'Labels', 'inputDataFieldName')).toBe('data, data_1');
	});

	test('says in the form that there is no label yet', async () => {
		await at.reopen({}, { awbMs: 86_400_000 });
		const [id = ''] = at.place({});
		await at.shop.items('babyshop', 'order:createShipment', {
			parameters: { orderId: picked(id) },
		});
		const said = await inTheForm(id, 'No Label', 'completionMessage');
		expect(said).toMatch(/has not given the tracking number \(AWB\)/);
	});
});
