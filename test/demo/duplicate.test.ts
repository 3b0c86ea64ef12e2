import { readTemplates, templatesOf } from '../../demo/template';

describe('templates once more, for another store', () => {
	const [folders, duplicate] = [['ikas'], { store: 'outlet', name: 'Outlet' }] as const;
	const templates = templatesOf({ folders, duplicate });
	const shipped = readTemplates(...folders);
	const parsed = (texts: readonly string[]) =>
		texts.map((text): { id: string; name: string; nodes: readonly Record<string, unknown>[] } =>
			JSON.parse(text),
		);

	test('have a store, a credential and names of their own', () => {
		expect(templates.store()).toBe('outlet');
		expect(templates.credential('ikasChannelApi')).toBe('Outlet');
		expect(templates.credential('orderHubLedgerApi')).toBe('Order Hub Ledger');
		expect(templates.name('sync-orders')).toBe('Outlet: sync orders');
		expect(templates.texts().join()).not.toMatch(/"value":"ikas"/);
	});

	test('take nothing from those of the first: neither a workflow nor the address of a form', () => {
		const [first, second] = [shipped, templates].map((of) => parsed(of.texts()));
		const ids = [...(first ?? []), ...(second ?? [])].flatMap(({ id, nodes }) => [
			id,
			...nodes.flatMap(({ webhookId }) => webhookId ?? []),
		]);
		expect(new Set(ids).size).toBe(ids.length);
		expect(ids.every((id) => String(id).length <= 36)).toBe(true);
	});

	test('do what they did', () => {
		const shape = (of: typeof templates) =>
			parsed(of.texts()).map(({ nodes }) => nodes.map(({ name, type }) => [name, type]));
		expect(shape(templates)).toEqual(shape(shipped));
	});
});
