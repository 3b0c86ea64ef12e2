import { type Seller, closeSellers, openSeller, problemOf, steps } from './support/iconicSeller';

const files = '/filemanager/v1/files';

describe('documents of the sandbox of The Iconic', () => {
	let seller: Seller;
	beforeEach(async () => {
		seller = await openSeller({ exportMs: 3000 });
	});
	afterEach(closeSellers);

	const ask = async (over: object) =>
		await seller.post('/v2/orders/export-document', { documentType: 'shippingLabel', ...over });
	const statusOf = async (uuid: unknown) =>
		(await seller.get(`${files}/${uuid}/status`)).body.processStatus;

	it('are made by and by, and are PDFs', async () => {
		const { items, number } = seller.place();
		await steps(seller, items).pack();
		const { status, body } = await ask({ orderItemIds: items });
		expect([status, body.status, body.downloadLinks]).toEqual([201, 'Queued', []]);
		expect(await statusOf(body.uuid)).toBe('QUEUED');
		expect((await seller.get(`${files}/download/${body.uuid}`)).status).toBe(404);
		await seller.letPass(2000);
		expect(await statusOf(body.uuid)).toBe('PROCESSING');
		await seller.letPass(1000);
		expect(await statusOf(body.uuid)).toBe('FINISHED');
		const { text } = await seller.get(`${files}/download/${body.uuid}`);
		expect(text).toMatch(/^%PDF-1\.4\n/);
		expect(text).toContain(`shippingLabel ${number} AP-1`);
		const made = (await seller.get(`/v2/exports/${body.id}`)).body;
		expect(made).toMatchObject({
			status: 'Finished',
			downloadLinks: [`${seller.url}${files}/download/${body.uuid}`],
		});
	});

	it('are of whole orders, of several kinds, and in HTML as well', async () => {
		const { id } = seller.place();
		const asked = { orderIds: [Number(id)], documentType: 'invoice,shippingLabel', format: 'html' };
		const { body } = await ask(asked);
		await seller.letPass(3000);
		expect((await seller.get(`${files}/download/${body.uuid}`)).text).toContain('<html>');
	});

	it('are gone after a day', async () => {
		const { body } = await ask({ orderItemIds: seller.place().items });
		await seller.letPass(86_400_000);
		await seller.renew();
		expect(await statusOf(body.uuid)).toBe('EXPIRED');
		expect((await seller.get(`${files}/download/${body.uuid}`)).status).toBe(404);
	});

	it('may end in an error', async () => {
		await seller.control('faults', { jobFails: 1 });
		const { body } = await ask({ orderItemIds: seller.place().items });
		await seller.letPass(3000);
		expect(await statusOf(body.uuid)).toBe('ERROR');
		expect(seller.sandbox.state().jobs).toMatchObject([{ kind: 'export', status: 'Error' }]);
	});

	it('are refused of nothing, of what there is not, and of what is cancelled', async () => {
		const { items } = seller.place({ status: 'canceled' });
		expect(problemOf(await ask({}))).toEqual([422, null]);
		expect(problemOf(await ask({ orderItemIds: [1] }))).toEqual([422, 'E020']);
		expect(problemOf(await ask({ orderIds: [1] }))).toEqual([404, null]);
		expect(problemOf(await ask({ orderItemIds: items }))).toEqual([422, 'E073']);
		expect(problemOf(await ask({ orderItemIds: items, documentType: 'poem' }))).toEqual([
			400,
			null,
		]);
	});

	it('are not for strangers', async () => {
		expect((await seller.fetched(`${files}/download/x`)).status).toBe(401);
		expect((await seller.get(`${files}/x/status`)).status).toBe(404);
	});
});
