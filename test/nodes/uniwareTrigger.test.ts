import type { IDataObject } from 'n8n-workflow';
import { pollNode } from '../support/engine';
import { openUniware } from '../support/uniwareNodes';
import type { UniwareNodes } from '../support/uniwareNodes';

describe('Uniware Hub Trigger', () => {
	let shop: UniwareNodes;
	let memory: IDataObject;
	beforeEach(async () => {
		shop = await openUniware();
		memory = {};
	});
	afterEach(() => shop.close());

	const poll = (parameters: IDataObject = {}) =>
		pollNode('n8n-nodes-order-hub.uniwareHubTrigger', shop.credentials, { parameters, memory });
	const place = (code: string, verified = true) => {
		// The clock of an answer has whole seconds.
		shop.uniware.clock.advance(2_000);
		shop.uniware.place([{ code, lines: [{ sku: 'TEE-M' }], verified }]);
	};

	test('gives each order once, and again when it changed', async () => {
		place('OLD');
		shop.uniware.clock.advance(2_000);
		expect(await poll()).toBeNull();
		place('A');
		expect(await poll()).toMatchObject([{ id: 'A', statuses: ['CREATED'] }]);
		expect(await poll()).toBeNull();
		shop.uniware.allocate('A');
		expect(await poll()).toMatchObject([{ id: 'A', statuses: ['PROCESSING'] }]);
	});

	test('keeps to the statuses that were picked', async () => {
		await poll();
		place('A');
		place('V', false);
		expect(await poll({ statuses: ['PENDING_VERIFICATION'] })).toMatchObject([{ id: 'V' }]);
	});
});
