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
	: [];

describe('the schema of the Shopify sandbox', () => {
	afterEach(closeStores);

	it.each([
		...operations,
		...(operations.length ? [] : [['nothing', '{ shop { name } }'] as const]),
	])('takes the sample %s', (_, text) => {
		expect(checkedDocument(adminApi('2026-07'), text).errors).toEqual([]);
		expect(checkedDocument(adminApi('2026-10'), text).errors).toEqual([]);
	});

	it('answers who it is', async () => {
		const store = await openStore();
		const answer = await store.ask(
			'{ shop { name myshopifyDomain currencyCode } currentAppInstallation { accessScopes { handle } } }',
		);
		expect(answer.body).toMatchObject({
			data: { shop: { name: 'Paper Lantern', currencyCode: 'AUD' } },
			extensions: { cost: { requestedQueryCost: 3 } },
		});
		expect(answer.headers.get('x-shopify-api-version')).toBe('2026-07');
	});

	it('refuses a field that is not there', async () => {
		const store = await openStore();
		const answer = await store.ask('{ shop { nothing } }');
		expect([answer.status, codeOf(answer)]).toEqual([200, 'undefinedField']);
	});
});
