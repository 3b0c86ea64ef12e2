import { attempt } from '../../channels/amazonSellerFlex/answer';
import { answersIn } from '../../channels/amazonSellerFlex/inventories';
import { documentIn } from '../../channels/amazonSellerFlex/invoice';
import { labelsIn } from '../../channels/amazonSellerFlex/labelling';
import * as requests from '../../channels/amazonSellerFlex/requests';
import { ordersIn, shipmentList } from '../../channels/amazonSellerFlex/shipmentList';
import { fetchInventory, updateInventory } from '../../channels/amazonSellerFlex/stockRequests';
import type { Http, HttpRequest } from '../../channels/connector';
import type { Fields } from '../../channels/fields';
import { hasModels, pairsIn, type Pair } from './amazonPairs';

/** Not called: the hub makes packages once, and asks for the account in another way. */
const unused = ['updatePackage', 'getAccount'];

const files = [
	'external-fulfillment/externalFulfillmentShipments_2024-09-11.json',
	'external-fulfillment/externalFulfillmentInventory_2024-09-11.json',
	'sellers-api-model/sellers.json',
];

const pairs = hasModels
	? files.flatMap(pairsIn).filter(({ operation }) => !unused.includes(operation))
	: [];

const text = ({ parameters }: Pair, name: string, other = 'none') =>
	String(parameters[name]?.value ?? other);

const seller = { sellerId: 'ABCDEFGH', marketplaceId: 'A21TJRUUN4KGV' };

interface Row {
	readonly uri: string;
	readonly body: {
		readonly quantity?: number;
		readonly clientSequenceNumber?: number;
		readonly marketplaceAttributes?: { readonly marketplaceId: string };
	};
}

/** The rows of a batch, each by the function that makes such rows. */
function inventoryRequest({ parameters }: Pair): HttpRequest {
	const { requests: rows } = parameters.body?.value as { readonly requests: readonly Row[] };
	const made = rows.map(({ uri, body }) => {
		const url = new URL(uri, 'http://amazon');
		const place = {
			location: url.searchParams.get('locationId') ?? '',
			sku: url.searchParams.get('skuId') ?? '',
		};
		const marketplace = body.marketplaceAttributes?.marketplaceId ?? '';
		const { quantity, clientSequenceNumber: sequence = 0 } = body;
		return quantity === undefined
			? fetchInventory(marketplace, [place])
			: updateInventory(marketplace, [{ ...place, quantity, sequence }]);
	});
	const bodies = made.flatMap(({ body }) => (body as { requests: unknown[] }).requests);
	return { ...(made[0] ?? fetchInventory('', [])), body: { requests: bodies } };
}

/** Our request for each operation, with the values of the pair. */
const requestOf: Readonly<Record<string, (pair: Pair) => HttpRequest>> = {
	getShipments: (pair) =>
		requests.shipments({
			status: text(pair, 'status'),
			locationId: text(pair, 'locationId'),
			maxResults: Number(text(pair, 'maxResults', '100')),
			marketplaceId: seller.marketplaceId,
			lastUpdatedAfter: null,
			token: null,
		}),
	getShipment: (pair) => requests.shipment(text(pair, 'shipmentId')),
	processShipment: (pair) =>
		pair.parameters.body === undefined
			? requests.confirm(text(pair, 'shipmentId'))
			: requests.reject(text(pair, 'shipmentId'), {
					referenceId: 'cancellation-reference-identifier1',
					reason: 'OUT_OF_STOCK',
					lines: ['1'],
				}),
	createPackages: (pair) => requests.createPackages(text(pair, 'shipmentId'), []),
	updatePackageStatus: (pair) =>
		requests.shipPackage(text(pair, 'shipmentId'), text(pair, 'packageId')),
	retrieveShippingOptions: (pair) =>
		requests.shippingOptions(text(pair, 'shipmentId'), text(pair, 'packageId')),
	generateInvoice: (pair) => requests.generateInvoice(text(pair, 'shipmentId')),
	retrieveInvoice: (pair) => requests.invoice(text(pair, 'shipmentId')),
	generateShipLabels: (pair) =>
		requests.shipLabels(
			text(pair, 'shipmentId'),
			text(pair, 'operation') === 'REGENERATE' ? 'REGENERATE' : 'GENERATE',
			['TEST_CASE_200_PACKAGE_ID'],
		),
	batchInventory: inventoryRequest,
	getMarketplaceParticipations: () => requests.participations(),
};

/** What a node of Seller Flex leaves out: it has no carrier of its own, and no options to choose from (6.4). */
const leftOut = ['shippingOptionId'];
const withoutCourier = ({ courierSupportedAttributes, ...rest }: Fields): Fields => {
	if (courierSupportedAttributes === null) throw new Error('a courier was expected');
	return rest;
};

/** Rows of a batch that say of no marketplace: ours always do. */
const completed = (body: Fields): Fields =>
	Array.isArray(body.requests)
		? {
				requests: body.requests.map((row: Row) => ({
					...row,
					body: {
						marketplaceAttributes: { marketplaceId: '', channelName: 'FBA' },
						...row.body,
					},
				})),
			}
		: withoutCourier(body);

/** The part of our request that the pair says something about. */
function compared(pair: Pair, request: HttpRequest): void {
	const { method, path, parameters } = pair;
	const values = Object.entries(parameters).filter(([name]) => !leftOut.includes(name));
	const filled = path.replace(/\{(\w+)\}/g, (_all, name: string) => text(pair, name));
	expect([request.method, request.path]).toEqual([method, filled]);
	expect(request.quota?.name).toBe(pair.operation);
	for (const [name, { value }] of values) {
		if (path.includes(`{${name}}`)) continue;
		const isFree = typeof value === 'object' && Object.keys(value ?? {}).length === 0;
		if (name !== 'body') expect([name, request.query?.[name]]).toEqual([name, String(value)]);
		else if (!isFree) expect(request.body).toEqual(completed(value as Fields));
	}
}

const raws = (body: Fields) => shipmentList(body, seller).raws;

/** What we read in the answer of each operation. */
const readIn: Readonly<Record<string, (body: Fields) => unknown>> = {
	getShipments: (body) => ({ ...ordersIn(raws(body)), next: shipmentList(body, seller).token }),
	getShipment: (body) => ordersIn([body]),
	generateShipLabels: (body) => [...labelsIn(body, ['TEST_CASE_200_PACKAGE_ID'], '1').made],
	generateInvoice: documentIn,
	retrieveInvoice: documentIn,
	batchInventory: (body) =>
		['efptestsku1', 'efptestsku2', 'none'].map((sku) => answersIn(body)({ sku, location: 'EXSB' })),
};

const readable: Readonly<Record<string, unknown>> = {
	getShipments: {
		orders: [
			expect.objectContaining({ id: 'TEST_CASE_200_FBA_SHIPMENT_ID' }),
			expect.objectContaining({ number: expect.stringMatching(/^\d{3}-\d{7}-\d{7}$/) }),
		],
		unreadable: [],
		next: 'eyJsYXN0VXBkYXRlZFRpbWVzdGFtcCI6eyJzIjpLL',
	},
	getShipment: {
		unreadable: [],
		orders: [
			expect.objectContaining({
				location: 'ABCD',
				statuses: ['CONFIRMED', 'subStatus:OUT_FOR_DELIVERY'],
				placedAt: '2020-11-09T12:13:12.000Z',
				total: { minor: 15_200, currency: 'INR' },
				tags: ['PRIME'],
			}),
		],
	},
	generateShipLabels: [
		[
			'TEST_CASE_200_PACKAGE_ID',
			{
				address: 'url',
				tracking: expect.objectContaining({ number: expect.stringMatching(/^\d+$/) }),
			},
		],
	],
	generateInvoice: { mimeType: 'application/pdf', base64: expect.stringMatching(/^iVBOR/) },
	retrieveInvoice: { mimeType: 'application/pdf', base64: expect.stringMatching(/^iVBOR/) },
	batchInventory: [
		expect.objectContaining({ status: 200, sellable: 20 }),
		expect.objectContaining({ status: 400, error: 'INVALID_SKU' }),
		null,
	],
};

const answering = ({ status, response }: Pair): Http =>
	Object.assign(async () => ({ status, headers: {}, body: response }), { seller });

describe('the static sandbox of Amazon', () => {
	if (!hasModels) {
		it.skip('says nothing here: ../shared/contracts/amazon is not beside this repository', () => {});
		return;
	}

	it('has pairs for every operation that is called', () => {
		const operations = new Set(pairs.map(({ operation }) => operation));
		expect([...operations].sort()).toEqual(Object.keys(requestOf).sort());
	});

	it.each(pairs.map((pair, at) => [pair.operation, pair.status, at] as const))(
		'takes our request for %s and is understood when it answers %d (pair %d)',
		async (operation, status, at) => {
			const pair = pairs[at];
			const request = pair && requestOf[operation]?.(pair);
			if (pair === undefined || request === undefined) throw new Error('there is no such pair');
			const isEmpty = Object.keys(pair.parameters).length === 0;
			if (!isEmpty || status < 300) compared(pair, request);
			const answer = await attempt(answering(pair), request, operation);
			if (status >= 400) {
				const [error] = pair.response.errors as readonly { readonly code: string }[];
				expect(answer).toMatchObject({
					refusal: { status, words: expect.stringContaining(`status ${status}, ${error?.code}: `) },
				});
				return;
			}
			if ('refusal' in answer) throw new Error(answer.refusal.words);
			const read = readIn[operation]?.(answer.body);
			if (read !== undefined) expect(read).toEqual(readable[operation]);
		},
	);
});
