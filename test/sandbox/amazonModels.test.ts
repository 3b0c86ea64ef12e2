import { feedClient } from './support/amazonFeeds';
import { hasModels, mismatches, modelOf } from './support/amazonModels';
import { type Seller, box, list, openSeller, root, steps } from './support/amazonSeller';

const flex = 'external-fulfillment/externalFulfillment';

/** The answers of the sandbox have the shapes of Amazon's models. */
(hasModels ? describe : describe.skip)('the Amazon sandbox and Amazon’s models', () => {
	let seller: Seller;
	beforeEach(async () => {
		seller = await openSeller();
		seller.sandbox.seed([
			{ sku: 'ABAYA-M', price: 105 },
			{ sku: 'C', hasDimensions: false },
		]);
	});
	afterEach(async () => await seller.close());

	const check = (file: string, definition: string, value: unknown) => {
		const schema = { $ref: `#/definitions/${definition}` };
		expect(mismatches(modelOf(file), schema, value)).toEqual([]);
	};
	const shipments = `${flex}Shipments_2024-09-11`;

	it('agree on a shipment at every stage, and on its labels and invoice', async () => {
		const id = seller.place({
			invoice: true,
			shippingFee: 12,
			attributes: ['PRIME'],
			earliestPackDateTime: '2026-03-02 09:00:00Z',
			recommendedPackage: { lengthCm: 20, widthCm: 10, heightCm: 5, weightG: 300 },
			lines: [{ sku: 'ABAYA-M', quantity: 2, requires: ['countryOfOrigin'], pieceType: 'SINGLE' }],
		});
		const way = steps(seller, id);
		const origin = { packageLineItemId: '1', quantity: 2, countryOfOrigin: 'AE' };
		const checkShipment = async () =>
			check(shipments, 'Shipment', (await seller.ask('GET', `${root}/${id}`)).body);
		await checkShipment();
		await way.confirm();
		await way.pack(box('P1', {}, { packageLineItems: [origin] }));
		await checkShipment();
		check(shipments, 'ShippingOptionsResponse', (await way.slot('P1')).body);
		check(shipments, 'InvoiceResponse', (await way.invoice()).body);
		await checkShipment();
		seller.sandbox.setFaults({ labelFailure: 1 });
		check(shipments, 'ShipLabelsResponse', (await way.label()).body);
		seller.sandbox.setFaults({});
		check(shipments, 'ShipLabelsResponse', (await way.label()).body);
		await way.ship('P1');
		await seller.control('orders/advance', { id, status: 'DELIVERED' });
		await checkShipment();
	});

	it('agree on a page of shipments, on a cancelled one and on a refusal', async () => {
		const [first] = [seller.place(), seller.place()];
		const query = { status: 'ACCEPTED', maxResults: '1' };
		check(shipments, 'ShipmentsResponse', (await list(seller, query)).body);
		await seller.control('orders/cancel', { id: first });
		const cancelled = await list(seller, { status: 'CANCELLED' });
		check(shipments, 'ShipmentsResponse', cancelled.body);
		check(shipments, 'ErrorList', (await list(seller, {})).body);
	});

	it('agree on stock', async () => {
		const row = (sku: string) => ({
			method: 'POST',
			uri: `/inventory/update?locationId=EXSB&skuId=${sku}`,
			body: { quantity: 1, clientSequenceNumber: 1 },
		});
		const path = '/externalFulfillment/inventory/2024-09-11/inventories';
		const requests = [row('ABAYA-M'), row('C'), row('nowhere'), { method: 'GET', uri: 'x' }];
		const { body } = await seller.ask('POST', path, { requests });
		check(`${flex}Inventory_2024-09-11`, 'BatchInventoryResponse', body);
	});

	it('agree on the seller and the listings', async () => {
		const { body } = await seller.ask('GET', '/sellers/v1/marketplaceParticipations');
		check('sellers-api-model/sellers', 'GetMarketplaceParticipationsResponse', body);
		const listings = 'listings-items-api-model/listingsItems_2021-08-01';
		const path = `/listings/2021-08-01/items/A1SELLER0EXAMPLE/ABAYA-M?marketplaceIds=A2VIGQ35RCS4UG`;
		const parts = 'summaries,attributes,issues,offers,fulfillmentAvailability,productTypes';
		const item = await seller.ask('GET', `${path}&includedData=${parts}`);
		check(listings, 'Item', item.body);
		const patches = [{ op: 'replace', path: '/attributes/purchasable_offer', value: [] }];
		const refused = await seller.ask('PATCH', path, { productType: 'PRODUCT', patches });
		check(listings, 'ListingsItemSubmissionResponse', refused.body);
	});

	it('agree on feeds', async () => {
		const model = 'feeds-api-model/feeds_2021-06-30';
		const client = feedClient(seller);
		const document = await client.document('application/pdf');
		check(model, 'CreateFeedDocumentResponse', document);
		const created = await client.create('UPLOAD_VAT_INVOICE', document.feedDocumentId);
		check(model, 'CreateFeedResponse', created.body);
		const { feedId } = created.body;
		check(model, 'Feed', await client.get(feedId));
		await client.finish();
		check(model, 'Feed', await client.get(feedId));
		const feeds = await client.find({ feedTypes: 'UPLOAD_VAT_INVOICE' });
		check(model, 'GetFeedsResponse', feeds.body);
		check(model, 'FeedDocument', await client.reportDocument(feedId));
	});
});
