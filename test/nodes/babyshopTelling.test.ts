import { save, toldAs } from '../support/babyshopNodes';
import { babyshopTelling } from '../support/babyshopTelling';
import { dyingAfter, templateOf, tick } from '../support/templates';

describe('the template that tells Babyshop what the hub has done', () => {
	const { at, taken, send, move, packedOne, kindsOf, told, exceptions, parcelsOf, labelOf } =
		babyshopTelling();
	const { outbox } = at;

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
});
