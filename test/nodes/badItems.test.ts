import { NodeApiError, NodeOperationError } from 'n8n-workflow';
import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { credentialStore } from '../support/credentialStore';
import { executeNode, type Given } from '../support/engine';
import {
	amazonCredential,
	babyshopCredential,
	iconicCredential,
	okerCredential,
	openHub,
	shopifyCredential,
	store,
	omnifulCredential,
	uniwareCredential,
	type HubNodes,
} from '../support/hubNodes';
import { placed } from '../support/placed';
import { operations as amazonSellerFlex } from '../../nodes/AmazonSellerFlex/operations';
import { operations as babyshop } from '../../nodes/Babyshop/operations';
import { operations as hubRouter } from '../../nodes/HubRouter/operations';
import { operations as ikas } from '../../nodes/Ikas/operations';
import { operations as oker } from '../../nodes/Oker/operations';
import { operations as orderHub } from '../../nodes/OrderHub/operations';
import { operations as orderStatusMap } from '../../nodes/OrderStatusMap/operations';
import { operations as shopifyHub } from '../../nodes/Shopify/operations';
import { operations as theIconic } from '../../nodes/TheIconic/operations';
import { operations as omnifulHub } from '../../nodes/Omniful/operations';
import { operations as uniwareHub } from '../../nodes/Uniware/operations';

/** Nobody listens there, so that whatever an operation needs, it does not get it. */
const nowhere = credentialStore({
	orderHubLedgerApi: {
		engine: 'postgres',
		host: '127.0.0.1',
		port: 1,
		database: 'hub',
		user: 'hub',
		password: 'hub',
		schema: 'hub',
		ssl: 'disable',
	},
	amazonSellerFlexChannelApi: amazonCredential,
	babyshopChannelApi: babyshopCredential,
	okerChannelApi: okerCredential,
	shopifyHubApi: shopifyCredential,
	theIconicChannelApi: iconicCredential,
	omnifulHubApi: omnifulCredential,
	uniwareHubApi: uniwareCredential,
	ikasChannelApi: {
		storeName: 'lale-giyim',
		clientId: 'id',
		clientSecret: 'secret',
		apiUrl: 'http://127.0.0.1:1',
		accessToken: '',
	},
});

const operations = Object.entries({
	amazonSellerFlex,
	babyshop,
	hubRouter,
	ikas,
	oker,
	orderHub,
	orderStatusMap,
	shopifyHub,
	theIconic,
	omnifulHub,
	uniwareHub,
}).flatMap(([name, { keys }]) =>
	// Whoever opens the page reads there what went wrong (channelSummary.test.ts): there is no item for an error output.
	keys.filter((key) => key !== 'channelSummary:getPage').map((key) => [name, key] as const),
);

/** Two items, neither of which holds more than a figure. */
async function run(name: string, key: string, onError: Given['onError']) {
	const [operation, resource] = key.split(':').reverse();
	const parameters = { resource, operation } as IDataObject;
	return await executeNode(`n8n-nodes-order-hub.${name}`, nowhere, {
		parameters,
		items: [{ quantity: 1 }, { quantity: 1 }],
		onError,
	});
}

const cameFrom = ({ pairedItem }: INodeExecutionData) =>
	[pairedItem ?? []].flat().map((from) => (typeof from === 'object' ? from.item : from));

describe.each(operations)('%s, %s', (name, key) => {
	test('gives what it could not do as items that say why and where they come from', async () => {
		const items = (await run(name, key, 'continueRegularOutput')).flat();
		expect(items.flatMap(cameFrom)).toEqual([0, 1]);
		for (const { json } of items) {
			expect(json).toMatchObject({
				error: expect.stringMatching(/\S+ \S+/),
				details: { kind: expect.any(String) },
			});
		}
	});

	test('else stops with an error of n8n: what happened, what to do, and why in a word', async () => {
		const [outcome] = await Promise.allSettled([run(name, key, 'stopWorkflow')]);
		const error: unknown = outcome.status === 'rejected' ? outcome.reason : null;
		expect([NodeApiError, NodeOperationError]).toContain(Object(error).constructor);
		expect(error).toMatchObject({
			message: expect.stringMatching(/^[^\n]+ [^\n]+[.)]$/),
			description: expect.stringMatching(/^[A-Z].*\.$/),
			failure: {
				cause: expect.stringMatching(/^(configuration-invalid|temporarily-unavailable)$/),
			},
		});
	});
});

describe('one bad item among good ones', () => {
	let hub: HubNodes;
	beforeAll(async () => {
		hub = await openHub();
		await hub.take(placed('1'), placed('3'));
	});
	afterAll(() => hub.close());

	test('costs no other', async () => {
		const outputs = await executeNode('n8n-nodes-order-hub.orderHub', hub.credentials, {
			parameters: { resource: 'order', operation: 'get', ...store },
			items: [{ id: '1' }, { id: '404' }, { id: '3' }],
			onError: 'continueRegularOutput',
		});
		expect(outputs.flat()).toMatchObject([
			{ json: { id: '1' }, pairedItem: { item: 0 } },
			{ json: { error: expect.stringContaining('"404"') }, pairedItem: { item: 1 } },
			{ json: { id: '3' }, pairedItem: { item: 2 } },
		]);
	});
});

test.each([
	'amazonSellerFlex',
	'babyshop',
	'hubRouter',
	'ikas',
	'oker',
	'orderHub',
	'orderStatusMap',
	'shopifyHub',
	'theIconic',
	'omnifulHub',
	'uniwareHub',
])('%s says so where the operation does not exist, such as from an expression', async (name) => {
	await expect(run(name, 'order:paint', 'stopWorkflow')).rejects.toMatchObject({
		message: expect.stringMatching(
			/^The operation (order:)?paint does not exist\. Pick one from the list\.$/,
		),
		description: expect.any(String),
		failure: { cause: 'configuration-invalid' },
	});
});
