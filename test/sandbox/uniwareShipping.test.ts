import { closeTenants, failureIn, itemOf, openTenant, type Tenant } from './support/uniwareTenant';

describe('shipping from the sandbox of Uniware', () => {
	let tenant: Tenant;
	beforeEach(async () => {
		tenant = await openTenant();
	});
	afterEach(closeTenants);

	/** The package of an order that stock was found for. */
	const packed = async (code: string): Promise<string> => {
		await tenant.create(code);
		tenant.sandbox.allocate(code);
		return tenant.sandbox.order(code).packages[0]?.code ?? '';
	};

	const onPackage = async (path: string, shippingPackageCode: string, more: object = {}) =>
		await tenant.post(`/oms/shippingPackage/${path}`, { shippingPackageCode, ...more });

	const label = async (code: string) =>
		await onPackage('createInvoiceAndGenerateLabel', code, { generateUniwareShippingLabel: true });

	it('makes invoice and label once, and gives them again', async () => {
		const code = await packed('A');
		const made = await label(code);
		expect(made.body).toMatchObject({ invoiceCode: `INV-${code}`, trackingNumber: `TRK${code}` });
		const text = Buffer.from(String(made.body.label), 'base64').toString();
		expect(text).toContain(`label ${code}`);
		expect(failureIn(await label(code))).toBe('INVALID_PACKAGE_STATE');
		const again = await onPackage('getInvoiceLabel', code);
		expect(again.body).toMatchObject({ invoiceCode: `INV-${code}`, label: made.body.label });
		const file = await tenant.get(`/oms/shipment/show?shippingPackageCodes=${code}`);
		expect(file.headers.get('content-type')).toBe('application/pdf');
	});

	it('has no label of a channel of its own, and none without an invoice', async () => {
		const code = await packed('A');
		const foreign = { generateUniwareShippingLabel: false };
		const answer = await onPackage('createInvoiceAndGenerateLabel', code, foreign);
		expect(failureIn(answer)).toBe('UNABLE_TO_DOWNLOAD_LABEL');
		expect(failureIn(await onPackage('getInvoiceLabel', code))).toBe('INVOICE_NOT_GENERATED');
	});

	it('shows a package in its own facility only', async () => {
		const code = await packed('A');
		const search = async (facility: string) =>
			(await tenant.post('/oms/shippingPackage/search', {}, facility)).body.elements;
		expect(await search('WH_MAIN')).toMatchObject([{ code, status: 'CREATED' }]);
		expect(await search('WH_SOUTH')).toEqual([]);
		const body = { shippingPackageCode: code };
		const strange = await tenant.post('/oms/shippingPackage/createInvoice', body, 'WH_SOUTH');
		expect(failureIn(strange)).toBe('INVALID_SHIPPING_PACKAGE_CODE');
	});

	it('packs by hand what is in no package yet', async () => {
		await tenant.create('A', [itemOf('1'), itemOf('2')]);
		const create = async () =>
			await tenant.post('/oms/shippingPackage/create', {
				saleOrderCode: 'A',
				saleOrderItemCodes: ['2'],
			});
		expect(failureIn(await create())).toBeNull();
		expect(failureIn(await create())).toBe('INVALID_SALE_ORDER_ITEM_CODE');
		expect(tenant.sandbox.order('A').packages).toHaveLength(1);
	});

	describe('a manifest', () => {
		const onManifest = async (path: string, body: object) =>
			await tenant.post(`/oms/shippingManifest/${path}`, body);
		const open = async () =>
			String(
				(await onManifest('create', { channel: 'ORDER_HUB', thirdPartyShipping: false })).body
					.shippingManifestCode,
			);
		const add = async (shippingManifestCode: string, code: string) =>
			await onManifest('addShippingPackage', {
				shippingManifestCode,
				shippingPackageCodes: [code],
			});

		it('takes what is ready to ship, of one courier, and dispatches it when it is closed', async () => {
			const [one, other, raw] = [await packed('A'), await packed('B'), await packed('C')];
			await label(one);
			await onPackage('createInvoice', other);
			await onPackage('allocateShippingProvider', other, {
				shippingProviderCode: 'BLUEDART',
				trackingNumber: 'BD1',
			});
			const manifest = await open();
			expect((await add(manifest, one)).body.manifestItems).toMatchObject([
				{ shippingPackageCode: one, shippingPackageStatusCode: 'MANIFESTED' },
			]);
			expect(failureIn(await add(manifest, other))).toBe(
				'SHIPPING_PROVIDER_MISMATCH_PACKAGE_TO_MANIFEST',
			);
			expect(failureIn(await add(manifest, raw))).toBe('INVALID_SHIPPING_PACKAGE_STATE');
			const close = async () => await onManifest('close', { shippingManifestCode: manifest });
			expect(failureIn(await close())).toBeNull();
			expect(tenant.sandbox.order('A').status).toBe('COMPLETE');
			expect(failureIn(await close())).toBe('INVALID_SHIPPING_MANIFEST_CODE');
		});

		it('is made and closed in one call, with a result for each package', async () => {
			const [one, raw] = [await packed('A'), await packed('B')];
			await label(one);
			const { body } = await onManifest('createclose', {
				channel: 'ORDER_HUB',
				shippingProviderCode: 'DELHIVERY',
				shippingProviderName: 'Delhivery',
				shippingMethodCode: 'STD',
				shippingPackageCodes: [one, raw],
			});
			expect(body.shippingPackages).toMatchObject([
				{ shippingPackageCode: one, successful: true },
				{ shippingPackageCode: raw, successful: false },
			]);
			expect(tenant.sandbox.order('A').packages).toMatchObject([{ status: 'DISPATCHED' }]);
			expect(tenant.sandbox.order('B').packages).toMatchObject([{ status: 'CREATED' }]);
		});
	});

	it('dispatches what is ready, and by force what is not', async () => {
		const [one, other] = [await packed('A'), await packed('B')];
		expect(failureIn(await onPackage('dispatch', one))).toBe('INVALID_PACKAGE_STATE');
		await label(one);
		expect(failureIn(await onPackage('dispatch', one))).toBeNull();
		const courier = { shippingProviderCode: 'BLUEDART', trackingNumber: 'BD2' };
		expect(failureIn(await onPackage('forceDispatch', other, courier))).toBeNull();
		expect(tenant.sandbox.order('B').packages).toMatchObject([
			{ status: 'DISPATCHED', provider: 'BLUEDART', tracking: 'BD2' },
		]);
	});

	it('marks what has left as delivered, and takes it back once', async () => {
		await packed('A');
		const deliver = async () =>
			await tenant.post('/saleOrderItem/markDelivered', {
				saleOrderCode: 'A',
				saleOrderItemCodes: ['1-1'],
			});
		expect(failureIn(await deliver())).toBe('INVALID_SALE_ORDER_ITEM_STATE');
		tenant.sandbox.advance('A', { to: 'dispatched' });
		expect(failureIn(await deliver())).toBeNull();
		expect(tenant.sandbox.order('A').packages).toMatchObject([{ status: 'DELIVERED' }]);
		const takeBack = async () =>
			await tenant.post('/oms/reversePickup/create', {
				saleOrderCode: 'A',
				reversePickItems: [{ saleOrderItemCode: '1-1', reason: 'Too small' }],
				actionCode: 'WAC',
			});
		const { body } = await takeBack();
		expect(failureIn(await takeBack())).toBe('REVERSE_PICKUP_ALREADY_CREATED_FOR_THIS_ITEM');
		const now = tenant.sandbox.clock.now();
		const asked = { returnType: 'CIR', createdFrom: now - 60_000, createdTo: now + 60_000 };
		const found = await tenant.post('/oms/return/search', asked);
		expect(found.body.returnOrders).toMatchObject([{ code: body.reversePickupCode }]);
		const long = { ...asked, createdFrom: now - 31 * 86_400_000 };
		expect(failureIn(await tenant.post('/oms/return/search', long))).toBe('INVALID_REQUEST');
	});

	it('knows what the carrier brings back', async () => {
		const code = await packed('A');
		tenant.sandbox.advance('A', { to: 'shipped' });
		tenant.sandbox.sendBack('A', { package: code });
		expect(tenant.sandbox.order('A').packages).toMatchObject([{ status: 'RETURN_EXPECTED' }]);
		expect(tenant.sandbox.state().returns).toMatchObject([{ type: 'RTO', order: 'A' }]);
	});
});
