import type { IDataObject } from 'n8n-workflow';
import { connectedOker, placed } from '../support/okerNodes';
import type { OkerNodes } from '../support/okerNodes';
import { picked } from '../support/shop';
import { templateOf, tick } from '../support/templates';

let shop: OkerNodes;
afterEach(() => shop.close());

const moved = async (order: string, status: string) => {
	await shop.hub('order:changeStatus', { orderId: picked(order), status });
	await shop.tick('send-updates');
};

/** Orders of one tee that are packed, with invoice, tracking number and label. */
async function packed(count: number): Promise<readonly string[]> {
	const ids = placed(shop, ...Array.from({ length: count }, () => ({})));
	await shop.tick('sync-orders');
	for (const id of ids) await moved(id, 'packed');
	return ids;
}

const manifest = (operation: string, parameters: IDataObject = {}) =>
	shop.items('orderHub', `manifest:${operation}`, { manifestCode: picked('M1'), ...parameters });

async function closed(...orders: readonly string[]) {
	const at = { store: picked('oker'), hub: picked('north') };
	await manifest('create', { ...at, options: { code: 'M1' } });
	await manifest('addOrders', { orderIds: orders.join() });
	await manifest('close', { closedBy: 'Asha' });
	await shop.tick('send-updates');
}

const standing = async () =>
	((await manifest('get'))[0]?.orders as IDataObject[]).map(({ result }) => result);

describe.each(['full', 'core'] as const)('Oker by closed manifest, at %s level', (level) => {
	beforeEach(async () => {
		shop = await connectedOker({ level }, {}, { dispatchBy: 'manifest' });
	});

	test('closing dispatches each order, once', async () => {
		const ids = await packed(2);
		await closed(...ids);
		expect(await standing()).toEqual(['dispatched', 'dispatched']);
		await shop.tick('send-updates');
		for (const id of ids) {
			const { history, manifest: named } = shop.oker.order(id);
			expect(history.map(({ what }) => what)).toEqual(['placed', 'invoiced', 'dispatched']);
			expect(named).toBe(level === 'full' ? 'M1' : null);
		}
	});

	test('what left without one waits, is pointed out, and is dispatched with the next one', async () => {
		const [id = ''] = await packed(1);
		await moved(id, 'shipped');
		const without = () => manifest('getWithoutManifest', { store: picked('oker') });
		expect(await without()).toMatchObject([{ order: id, hub: 'north' }]);
		expect(await shop.hub('exception:getMany')).toMatchObject([{ kind: 'manifest_missing' }]);
		expect(shop.oker.order(id).status).not.toBe('COMPLETE');
		await closed(id);
		expect(await standing()).toEqual(['dispatched']);
		expect(shop.oker.order(id).status).toBe('COMPLETE');
		expect([await without(), await shop.hub('exception:getMany')]).toEqual([[], []]);
	});

	test('a customer who cancels after the closing costs no other order, and only that one is retried', async () => {
		const [one = '', two = ''] = await packed(2);
		const at = { store: picked('oker'), hub: picked('north') };
		await manifest('create', { ...at, options: { code: 'M1' } });
		await manifest('addOrders', { orderIds: `${one},${two}` });
		await manifest('close', { closedBy: 'Asha' });
		shop.oker.cancel(one, { by: 'marketplace' });
		await shop.tick('send-updates');
		expect(await standing()).toEqual(['refused', 'dispatched']);
		expect(await manifest('retryFailed')).toMatchObject([{ order: one, outcome: 'queued' }]);
		await shop.tick('send-updates');
		expect(await standing()).toEqual(['refused', 'dispatched']);
		expect(shop.oker.order(two).history.filter(({ what }) => what === 'dispatched')).toHaveLength(
			1,
		);
	});
});

describe('the template that closes the manifests of a day', () => {
	const template = templateOf('hub/close-manifest');
	/** The template for the store and both hubs of the test. */
	const evening = async (from = 'packed') => {
		const nodes = template.nodes.map((node) =>
			node.name === 'Stores and Hubs'
				? { ...node, parameters: { ...node.parameters, jsonOutput: places } }
				: node.name === 'Add Orders'
					? { ...node, parameters: { ...node.parameters, readyFrom: from } }
					: node,
		);
		const done = await tick({ ...template, nodes }, shop.credentials);
		expect(done.run.data.resultData.error).toBeUndefined();
		await shop.tick('send-updates');
		return done;
	};
	const places = JSON.stringify({
		places: [
			{ store: 'oker', hub: 'north' },
			{ store: 'oker', hub: 'city' },
		],
	});
	const manifests = async () =>
		(await manifest('getMany', { store: picked('oker') })).map(
			({ hub, state, parcels }) => `${hub} ${state} ${parcels}`,
		);

	beforeEach(async () => {
		shop = await connectedOker({}, {}, { dispatchBy: 'manifest' });
	});

	test('adds what is ready at each hub, closes what has orders, and says what became of them', async () => {
		const ids = await packed(2);
		const { outputs } = await evening();
		expect(outputs('Close')[0]?.[0]).toMatchObject([
			{ hub: 'north', state: 'closed', parcels: 2, closedBy: 'end of day' },
		]);
		expect(outputs('Print List')[0]?.[0]).toMatchObject([{ units: 2 }]);
		expect(await manifests()).toEqual(['city open 0', 'north closed 2']);
		for (const id of ids) expect(shop.oker.order(id).status).toBe('COMPLETE');
	});

	test('goes on with the open one, and lists what left without any', async () => {
		const [one = '', two = ''] = await packed(2);
		await evening('ready_to_ship');
		expect(await manifests()).toEqual(['city open 0', 'north open 0']);
		await shop.hub('order:changeStatus', { orderId: picked(one), status: 'ready_to_ship' });
		await moved(two, 'shipped');
		const { outputs } = await evening('ready_to_ship');
		expect(await manifests()).toEqual(['city open 0', 'north closed 1']);
		expect(outputs('Left Without Manifest')[0]?.[0]).toMatchObject([{ order: two }]);
	});
});
