import { readTemplates } from '../../demo/template';

describe('the templates of an OMS', () => {
	const templates = readTemplates('shopify', 'theIconicToShopify');

	test('stand in its own folder and in that which joins it to a channel', () => {
		expect(templates.folders.map((folder) => folder.split('/').slice(-2).join('/'))).toEqual([
			'workflows/shopify',
			'workflows/theIconicToShopify',
		]);
		expect([templates.name('sync-catalog'), templates.name('sync-stock')]).toEqual([
			'Shopify: sync catalog',
			'The Iconic to Shopify: stock',
		]);
		expect(templates.store()).toBe('shopify');
		expect(templates.credential('shopifyHubApi')).toBe('Shopify');
	});

	test('have no schedule where something else starts them', () => {
		expect(templates.name('receive-notices')).toBe('Shopify: receive notices');
		expect(() => templates.schedule('receive-notices')).toThrow('no schedule in receive-notices');
		expect(templates.schedule('sync-stock')).toBe('Every Minute');
	});
});
