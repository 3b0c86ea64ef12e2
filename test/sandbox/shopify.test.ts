import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, print, separateOperations } from 'graphql';
import { checkedDocument } from '../../sandbox/shopify/documents';
import { adminApi } from '../../sandbox/shopify/schema';
import { closeStores, codeOf, openStore } from './support/shopifyStore';

/** The samples lie beside the repository, not in it, and not on every machine. */
const samples = join(__dirname, '../../../shared/contracts/shopify/operations.graphql');

const operations = existsSync(samples)
	? Object.entries(separateOperations(parse(readFileSync(samples, 'utf8')))).map(
			([name, document]) => [name, print(document)] as const,
		)
	: [['none here', '{ shop { name } }'] as const];

/** A value for each variable of the samples. */
const variables = {
	first: 5,
	after: null,
	query: '',
	id: 'gid://shopify/Order/1',
	orderId: 'gid://shopify/Order/1',
	locationId: 'gid://shopify/Location/81001',
	fulfillmentId: 'gid://shopify/Fulfillment/1',
	inventoryItemId: 'gid://shopify/InventoryItem/1',
	identifier: { id: 'gid://shopify/Order/1' },
	definition: { name: 'a', namespace: 'hub', key: 'order', type: 'id', ownerType: 'ORDER' },
	order: { lineItems: [] },
	options: null,
	tags: ['a'],
	metafields: [],
	reason: 'CUSTOMER',
	restock: true,
	fulfillment: { lineItemsByFulfillmentOrder: [] },
	trackingInfoInput: { number: '1' },
	key: 'k',
	topic: 'ORDERS_CREATE',
	topics: null,
	webhookSubscription: { uri: 'https://example.com' },
};

const inputOf = (name: string) => {
	const stock = { name: 'available', reason: 'correction' };
	if (name === 'SetStock') return { ...stock, quantities: [] };
	return name === 'AdjustStock' ? { ...stock, changes: [] } : { id: 'gid://shopify/Order/1' };
};

describe('the schema of the Shopify sandbox', () => {
	afterEach(closeStores);

	it.each(operations)('takes the sample %s', (_, text) => {
		expect(checkedDocument(adminApi('2026-07'), text).errors).toEqual([]);
		expect(checkedDocument(adminApi('2026-10'), text).errors).toEqual([]);
	});

	it.each(operations)('plays the sample %s', async (name, text) => {
		const store = await openStore();
		const id = text.includes('job(') ? 'gid://shopify/Job/1' : variables.id;
		const answer = await store.ask(text, { ...variables, id, input: inputOf(name) });
		expect(codeOf(answer)).toBeUndefined();
	});

	it('answers who it is', async () => {
		const store = await openStore();
		const answer = await store.ask(
			'{ shop { name myshopifyDomain currencyCode } currentAppInstallation { accessScopes { handle } } }',
		);
		expect(answer.body.data).toMatchObject({
			shop: { name: 'Paper Lantern', myshopifyDomain: store.sandbox.credential.shop },
			currentAppInstallation: {
				accessScopes: expect.arrayContaining([{ handle: 'write_orders' }]),
			},
		});
	});

	it.each([
		['{ shop { nothing } }', 'undefinedField'],
		['{ shop(id: 1) { name } }', 'argumentNotAccepted'],
		['{ order { id } }', 'missingRequiredArguments'],
		['{ order(id: true) { id } }', 'argumentLiteralsIncompatible'],
		['query($a: Int) { shop { name } }', 'variableNotUsed'],
		['{ shop }', 'selectionMismatch'],
		['{ shop { name @idempotent } }', 'missingRequiredArguments'],
		['{ shop { name ', 'PARSE_FAILED'],
	])('refuses %s with %s', async (query, code) => {
		const store = await openStore();
		const answer = await store.ask(query);
		expect([answer.status, codeOf(answer), answer.body.data]).toEqual([200, code, undefined]);
	});

	it.each([
		['a root field', '{ blogs(first: 1) { nodes { id } } }', ['blogs']],
		['a field inside', '{ shop { plan { publicDisplayName } } }', ['shop', 'plan']],
	])('says of %s that it does not play it', async (_, query, path) => {
		const scopes = ['read_content', 'read_online_store_pages'];
		const answer = await (await openStore({ scopes })).ask(query);
		expect(codeOf(answer)).toBe('SANDBOX_NOT_IMPLEMENTED');
		expect(answer.body.errors?.[0]?.path).toEqual(path);
	});

	it('shows locations as they are asked for', async () => {
		const locations = [
			{ name: 'Sydney' },
			{ name: 'Closed', isActive: false },
			{ name: 'Third Party', isFulfillmentService: true },
		];
		const store = await openStore({ locations });
		const named = async (args: string) =>
			(await store.tell(`{ locations(first: 9${args}) { nodes { name } } }`)).nodes;
		expect(await named('')).toEqual([{ name: 'Sydney' }]);
		expect(await named(', includeLegacy: true')).toEqual([
			{ name: 'Sydney' },
			{ name: 'Third Party' },
		]);
		expect(await named(', includeInactive: true')).toEqual([
			{ name: 'Closed' },
			{ name: 'Sydney' },
		]);
	});
});
