import { type Seller, box, openSeller, refusal, root, steps } from './support/amazonSeller';

const bad = [400, 'InvalidInput'];
const wrong = [422, 'InvalidInput'];

describe('packages and labels of the Amazon sandbox', () => {
	let seller: Seller;
	beforeEach(async () => {
		seller = await openSeller();
	});
	afterEach(async () => await seller.close());

	const confirmed = async (draft: Parameters<Seller['place']>[0] = {}) => {
		const id = seller.place(draft);
		const way = steps(seller, id);
		await way.confirm();
		return { id, ...way };
	};

	const inTwo = async () => {
		const way = await confirmed();
		await way.pack(box('P1', { 1: 1 }), box('P2', { 1: 1 }));
		return way;
	};

	describe('creating packages', () => {
		const cm = (value: unknown) => ({ value, dimensionUnit: 'CM' });
		const dimensions = { length: cm('30'), width: cm('20'), height: cm('10') };
		const whole = (over: object) => box('P1', { 1: 2 }, over);

		it.each([
			['none', []],
			['no dimensions', [whole({ dimensions: undefined })]],
			['a number for a decimal string', [whole({ dimensions: { ...dimensions, width: cm(20) } })]],
			['a decimal comma', [whole({ dimensions: { ...dimensions, width: cm('20,5') } })]],
			['no extent', [whole({ dimensions: { ...dimensions, width: cm('0.0') } })]],
			['another unit', [whole({ weight: { value: '1', weightUnit: 'TON' } })]],
			['less than 5 g', [whole({ weight: { value: '4.9', weightUnit: 'G' } })]],
			['less than 5 g in ounces', [whole({ weight: { value: '0.1', weightUnit: 'OZ' } })]],
			['a misspelt field', [whole({ weigth: {} })]],
			['a unit too few', [box('P1', { 1: 1 })]],
			['a unit too many', [box('P1', { 1: 2 }), box('P2', { 1: 1 })]],
			['another line', [box('P1', { 1: 2, 7: 1 })]],
			['an id twice', [box('P1', { 1: 1 }), box('P1', { 1: 1 })]],
		])('refuses %s', async (_, packages) => {
			const { id, pack } = await confirmed();
			expect(refusal(await pack(...packages))).toEqual(bad);
			expect(seller.sandbox.shipment(id)).toMatchObject({ status: 'CONFIRMED', packages: [] });
		});

		it('keeps what it is given, and shows it with its own status', async () => {
			const { id, pack } = await confirmed();
			const sent = whole({ packageHandlingRequirements: 'FRAGILE' });
			expect((await pack(sent)).status).toBe(204);
			const { body } = await seller.ask('GET', `${root}/${id}`);
			expect(body.packages).toEqual([{ ...sent, status: 'CREATED' }]);
			expect(seller.sandbox.shipment(id).packages).toMatchObject([
				{ weightG: 750, lines: { 1: 2 } },
			]);
		});

		it('wants the fields that a line requires, and none that it disallows', async () => {
			const lines = [
				{ sku: 'A', quantity: 1, requires: ['serialNumbers', 'countryOfOrigin'] as const },
				{ sku: 'B', quantity: 1, requires: ['hazmatLabels', 'itemValue'] as const },
			];
			const first = { packageLineItemId: '1', quantity: 1 };
			const second = { packageLineItemId: '2', quantity: 1 };
			const named = { serialNumbers: ['S1'], countryOfOrigin: 'AE' };
			const valued = { itemValue: { value: '9.50', currencyCode: 'AED' } };
			const { pack } = await confirmed({ lines });
			const sent = (one: object, two: object, over: object = { hazmatLabels: ['UN3481'] }) =>
				box('P1', {}, { packageLineItems: [one, two], ...over });
			const right = [
				{ ...first, ...named },
				{ ...second, ...valued },
			] as const;
			for (const refused of [
				sent(first, right[1]),
				sent(right[0], second),
				sent(right[0], right[1], {}),
				sent(right[0], { ...right[1], countryOfOrigin: 'AE' }),
				sent({ ...right[0], serialNumbers: ['S1', 'S2'] }, right[1]),
				sent({ ...right[0], pieces: 2 }, right[1]),
			])
				expect(refusal(await pack(refused))).toEqual(bad);
			expect((await pack(sent(...right))).status).toBe(204);
		});

		it('disallows hazmat labels where no line wants them', async () => {
			const { pack } = await confirmed();
			expect(refusal(await pack(whole({ hazmatLabels: ['UN3481'] })))).toEqual(bad);
		});

		it('does not let a shipment be packed before its time', async () => {
			const earliestPackDateTime = '2026-03-02 14:00:00Z';
			const { id, pack } = await confirmed({ earliestPackDateTime });
			const { body } = await seller.ask('GET', `${root}/${id}`);
			expect(body.earliestPackDateTime).toBe(earliestPackDateTime);
			expect(refusal(await pack(whole({})))).toEqual(wrong);
			await seller.control('clock', { advanceMs: 4 * 3_600_000 });
			await seller.renew();
			expect((await pack(whole({}))).status).toBe(204);
		});
	});

	describe('changing a package', () => {
		it('takes other dimensions until there is a label, and the slot along', async () => {
			const { repack, label, status } = await inTwo();
			const heavier = box('P1', { 1: 1 }, { weight: { value: '2', weightUnit: 'KG' } });
			expect((await repack('P1', heavier)).status).toBe(204);
			expect(status()).toBe('PACKAGE_CREATED');
			await repack('P2', box('P2', { 1: 1 }));
			expect(status()).toBe('PICKUP_SLOT_RETRIEVED');
			await label();
			expect(refusal(await repack('P1', heavier))).toEqual(wrong);
		});

		it('keeps the units of the shipment together', async () => {
			const { repack } = await inTwo();
			expect(refusal(await repack('P1', box('P1', { 1: 2 })))).toEqual(bad);
			expect(refusal(await repack('P1', box('P2', { 1: 1 })))).toEqual(bad);
			expect(refusal(await repack('P9', box('P9', { 1: 1 })))).toEqual([404, 'NotFound']);
		});
	});

	describe('labels', () => {
		const ready = async () => {
			const way = await inTwo();
			await way.slot('P1');
			expect(way.status()).toBe('PACKAGE_CREATED');
			await way.slot('P2');
			return way;
		};

		it('come for all packages without a body: carrier, tracking, slot and file', async () => {
			const { id, label, status } = await ready();
			const { body } = await label();
			expect(body.packageShipLabelList).toHaveLength(2);
			expect(body.packageShipLabelList[0]).toEqual({
				packageId: 'P1',
				status: 'SUCCESS',
				shipLabelMetadata: {
					carrierName: 'ATS',
					trackingId: expect.stringMatching(/^\d{12}$/),
					pickupWindow: { startTime: expect.any(Number), endTime: expect.any(Number) },
					timeSlot: {
						startTime: expect.any(Number),
						endTime: expect.any(Number),
						handoverMethod: 'PICKUP',
					},
				},
				fileData: { url: expect.stringContaining('X-Amz-Signature=') },
			});
			expect(status()).toBe('SHIPLABEL_GENERATED');
			const [first] = seller.sandbox.shipment(id).packages;
			expect(first?.label).toMatchObject({
				trackingId: body.packageShipLabelList[0]?.shipLabelMetadata.trackingId,
				by: 'api',
			});
		});

		it('fail one by one inside a 200, and only those can be asked for again', async () => {
			const { id, label, status } = await ready();
			seller.sandbox.setFaults({ labelFailure: 1 });
			const failed = await label('GENERATE', { packageIds: ['P2'] });
			expect([failed.status, failed.body.packageShipLabelList]).toEqual([
				200,
				[
					{
						packageId: 'P2',
						status: 'FAILURE',
						errorDetails: { code: '00001', message: expect.any(String) },
					},
				],
			]);
			expect(seller.sandbox.calls().at(-1)).toMatchObject({ status: 200, effect: null });
			seller.sandbox.setFaults({});
			await label('GENERATE', { packageIds: ['P1'] });
			expect(status()).toBe('PICKUP_SLOT_RETRIEVED');
			expect(refusal(await label())).toEqual([409, 'DuplicateRequest']);
			await label('GENERATE', { packageIds: ['P2'] });
			expect(status()).toBe('SHIPLABEL_GENERATED');
			const { history } = seller.sandbox.shipment(id);
			expect(history.filter(({ what }) => what === 'labels_generated')).toHaveLength(2);
		});

		it('fail as often as the shipment was placed with', async () => {
			const way = await confirmed({ failingLabels: 1 });
			await way.pack(box('P1', { 1: 2 }));
			await way.slot('P1');
			const statusOf = async () => (await way.label()).body.packageShipLabelList[0]?.status;
			expect([await statusOf(), await statusOf()]).toEqual(['FAILURE', 'SUCCESS']);
		});

		it('can be had again under the same tracking', async () => {
			const { id, label } = await ready();
			const first = (await label()).body.packageShipLabelList;
			const again = await label('REGENERATE', { packageIds: ['P2'] });
			expect(again.body.packageShipLabelList).toMatchObject([
				{ packageId: 'P2', shipLabelMetadata: first[1]?.shipLabelMetadata },
			]);
			expect(again.body.packageShipLabelList[0]?.fileData).not.toEqual(first[1]?.fileData);
			expect(seller.sandbox.calls().at(-1)).toMatchObject({ shipment: id, effect: null });
		});

		it.each([
			['an unknown package', 'GENERATE', { packageIds: ['P9'] }, [404, 'NotFound']],
			['no package', 'GENERATE', { packageIds: [] }, bad],
			['another operation', 'PRINT', undefined, bad],
		])('are refused for %s', async (_, operation, body, expected) => {
			const { label } = await ready();
			expect(refusal(await label(operation, body))).toEqual(expected);
		});

		it.each([
			['ZPL', 'x.application/zpl', '^XA'],
			['PDF', 'application/pdf', '%PDF-'],
			['PNG', 'image/png', '\uFFFDPNG'],
		] as const)(
			'come as %s when Amazon has set it, and need no token',
			async (labelFormat, type, begin) => {
				await seller.close();
				seller = await openSeller({ labelFormat });
				const file = await seller.fetched(await labelUrl());
				expect([file.status, file.headers.get('content-type')]).toEqual([200, type]);
				expect(file.text.slice(0, begin.length)).toBe(begin);
			},
		);

		const labelUrl = async () => {
			const way = await confirmed();
			await way.pack(box('P1', { 1: 2 }));
			await way.slot('P1');
			return (await way.label()).body.packageShipLabelList[0]?.fileData.url ?? '';
		};

		it('are not given to who brings a token, signs otherwise, or comes late', async () => {
			const url = await labelUrl();
			const headers = { 'x-amz-access-token': seller.token() };
			const refused = [
				await seller.fetched(url, { headers }),
				await seller.fetched(url.replace(/.$/, 'x')),
				await seller.fetched(url, { method: 'PUT', body: 'x' }),
			];
			await seller.control('clock', { advanceMs: 300_000 });
			refused.push(await seller.fetched(url));
			expect(refused.map(({ status }) => status)).toEqual([403, 403, 403, 403]);
			expect(refused[3]?.text).toContain('<Code>AccessDenied</Code>');
		});

		it('are written down without what opens them', async () => {
			await seller.fetched(await labelUrl());
			expect(seller.sandbox.calls().at(-1)).toMatchObject({
				kind: 'document',
				method: 'GET',
				path: expect.stringMatching(/^\/documents\/[\w-]+$/),
				effect: null,
			});
		});
	});

	describe('invoices', () => {
		const slotted = async (invoice: boolean) => {
			const way = await confirmed({ invoice });
			await way.pack(box('P1', { 1: 2 }));
			expect(refusal(await way.invoice())).toEqual(wrong);
			await way.slot('P1');
			return way;
		};

		it('come before the label where Amazon requires them', async () => {
			const { id, label, invoice, status } = await slotted(true);
			expect(refusal(await label())).toEqual(wrong);
			expect(refusal(await invoice('GET'))).toEqual([404, 'NotFound']);
			const made = await invoice();
			expect(made.body.document).toMatchObject({ format: 'PDF' });
			expect((await invoice('GET')).body).toEqual(made.body);
			expect(status()).toBe('INVOICE_GENERATED');
			expect(refusal(await invoice())).toEqual([409, 'DuplicateRequest']);
			const { body } = await seller.ask('GET', `${root}/${id}`);
			expect(body).toMatchObject({
				invoiceInfo: { invoiceId: seller.sandbox.shipment(id).invoice.number },
				shipmentRequirements: { invoice: { requirement: 'REQUIRED', status: 'AVAILABLE' } },
			});
			expect((await label()).status).toBe(200);
		});

		it('are not made where nobody wants them', async () => {
			const { label, invoice } = await slotted(false);
			expect(refusal(await invoice())).toEqual(wrong);
			expect((await label()).status).toBe(200);
		});
	});

	it('is SHIPPED once the last package is', async () => {
		const { slot, label, ship, status } = await inTwo();
		await slot('P1');
		await slot('P2');
		await label();
		await ship('P1');
		expect(status()).toBe('SHIPLABEL_GENERATED');
		await ship('P2');
		expect(status()).toBe('SHIPPED');
	});

	it('ships in the query only, and knows no other status', async () => {
		const { id, slot, label } = await inTwo();
		await slot('P1');
		await slot('P2');
		await label();
		const path = `${root}/${id}/packages/P1`;
		expect(refusal(await seller.ask('PATCH', path, { status: 'SHIPPED' }))).toEqual(bad);
		expect(refusal(await seller.ask('PATCH', `${path}?status=DELIVERED`))).toEqual(bad);
		expect((await seller.ask('PATCH', `${path}?status=SHIPPED`, {})).status).toBe(204);
	});
});
