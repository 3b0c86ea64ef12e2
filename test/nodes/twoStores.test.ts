import type { IDataObject, IWorkflowBase } from 'n8n-workflow';
import { templatesOf } from '../../demo/template';
import { connectedShop, openShop, picked, storePage } from '../support/shop';
import type { Shop } from '../support/shop';
import { tick } from '../support/templates';

const outlet = 'ikas-outlet';
const again = { ikas: null, [outlet]: { store: outlet, name: 'Outlet' } };

/** A template of the channel, as it is imported for each of its stores. */
const templates = Object.fromEntries(
	Object.entries(again).map(([store, duplicate]) => {
		const files = templatesOf({ folders: ['ikas'], duplicate })
			.texts()
			.map((text) => JSON.parse(text) as IWorkflowBase);
		return [store, files];
	}),
);

describe('two stores of one channel, each with an account of its own, in one ledger', () => {
	let shops: Record<string, Shop>;
	const shop = (store: string) => shops[store] as Shop;
	beforeEach(async () => {
		const first = await connectedShop();
		const second = await openShop();
		second.ikas.setMerchant({ id: 'merchant-outlet' });
		Object.assign(second.stored.ikasChannelApi, { storeName: 'lale-outlet' });
		Object.assign(second.stored.orderHubLedgerApi, first.stored.orderHubLedgerApi);
		shops = { ikas: first, [outlet]: second };
		await second.run('ikas', 'store:saveSettings', {
			parameters: storePage(second, { store: picked(outlet) }),
		});
		for (const { ikas, locations } of [first, second]) {
			ikas.seed([{ name: 'Mug', variants: [{ sku: 'A-1', stocks: { [locations[0] ?? '']: 5 } }] }]);
		}
	});
	afterEach(async () => {
		for (const { close } of Object.values(shops)) await close();
	});

	const runs = async (store: string, name: string) => {
		const file = templates[store]?.find((one) => one.name.endsWith(`: ${name}`));
		const { run, outputs } = await tick(file as IWorkflowBase, shop(store).credentials);
		expect(run.data.resultData.error).toBeUndefined();
		return outputs;
	};
	const both = async (name: string) => {
		for (const store of Object.keys(again)) await runs(store, name);
	};
	const hub = (operation: string, parameters: IDataObject) =>
		shop('ikas').items('orderHub', operation, { parameters });
	const sell = (store: string, quantity: number) =>
		shop(store).ikas.place([{ lines: [{ sku: 'A-1', quantity }] }])[0]?.id ?? '';
	const shown = (store: string) =>
		shop(store)
			.ikas.stock()
			.find((one) => one.location === shop(store).locations[0])?.quantity;

	test('have their orders, stock and updates side by side, also where their order ids are the same', async () => {
		const [ours, theirs] = [sell('ikas', 3), sell(outlet, 4)];
		expect(theirs).toBe(ours);
		await both('sync orders');
		const orders = (store: string) =>
			hub('order:getMany', { store: picked(store), returnAll: true, simple: false });
		expect(await orders('ikas')).toMatchObject([{ id: ours, lines: [{ ordered: 3 }] }]);
		expect(await orders(outlet)).toMatchObject([{ id: theirs, lines: [{ ordered: 4 }] }]);
		expect(await hub('stock:get', { seller: 'lale', sku: 'A-1' })).toMatchObject([
			{ hub: 'ankara', reserved: 0 },
			{ hub: 'istanbul', reserved: 7 },
		]);
		await both('sync catalog');
		await both('push inventory');
		expect([shown('ikas'), shown(outlet)]).toEqual([3, 3]);
		for (const [store, trackingNumber] of Object.entries({ ikas: 'TR-1', [outlet]: 'TR-2' })) {
			const options = { trackingNumber };
			const shipped = { orderId: ours, status: 'shipped', options };
			await hub('order:changeStatus', { store: picked(store), ...shipped });
		}
		await both('send updates');
		const tracked = (store: string) =>
			shop(store)
				.ikas.order(ours)
				.packages.map(({ tracking }) => tracking?.number);
		expect([tracked('ikas'), tracked(outlet)]).toEqual([['TR-1'], ['TR-2']]);
	});

	test('have settings and syncs of their own', async () => {
		const parameters = storePage(shop(outlet), { store: picked(outlet), orderSync: false });
		await shop(outlet).run('ikas', 'store:saveSettings', { parameters });
		sell('ikas', 1);
		sell(outlet, 1);
		const ended = await runs('ikas', 'sync orders');
		expect(ended('Sync End')).toMatchObject([[[{ counts: { created: 1 } }]]]);
		const off = await runs(outlet, 'sync orders');
		expect(off('Sync Begin')).toMatchObject([[[], [{ answer: 'off' }]]]);
	});

	test('are told apart by their account: none is connected twice, none syncs with the credential of the other', async () => {
		const twice = storePage(shop('ikas'), { store: picked('ikas-third') });
		await expect(
			shop('ikas').run('ikas', 'store:saveSettings', { parameters: twice }),
		).rejects.toThrow(
			'Store "ikas" already serves this ikas account. One account can feed only one active store, or its orders would come twice.',
		);
		const swapped = storePage(shop('ikas'), { store: picked(outlet) });
		await expect(
			shop('ikas').run('ikas', 'store:saveSettings', { parameters: swapped }),
		).rejects.toThrow(/already serves this ikas account/);
		const [begun] = await hub('sync:begin', { store: picked(outlet) });
		await expect(
			shop('ikas').run('ikas', 'order:getPage', { items: [begun ?? {}] }),
		).rejects.toThrow(/but the store is connected to merchant-outlet/);
	});
});
