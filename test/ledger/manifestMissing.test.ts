import { engines } from '../support/ledgers';
import { loadingStore } from '../support/loading';

const later = '2099-03-02T10:00:00.000Z';

describe.each(engines)('an order that left without a closed manifest, on $engine', ({ open }) => {
	const hub = loadingStore(open);
	/** Its channel is told of nothing that is in no closed manifest. */
	const untold = async () =>
		await hub.ledger.postponeUpdate(await hub.claimOne(), 'it is in no closed manifest yet', {
			until: later,
			waitsFor: 'manifest',
		});
	const without = () => hub.ledger.getWithoutManifest('ikas-tr', 9);
	const left = async (id: string) => {
		await hub.packed(id);
		await hub.move(id, 'shipped');
		return await untold();
	};

	test('is pointed out, with what to do, once', async () => {
		expect(await left('1')).toMatchObject({ state: 'waiting', dueAt: later });
		const [parcel] = (await hub.order('1')).parcels;
		expect(await without()).toEqual([
			{
				...{ store: 'ikas-tr', order: '1', number: 'N1', status: 'shipped', hub: 'istanbul' },
				...{ parcels: [parcel?.parcel], openManifest: null, since: expect.any(String) },
				advice: expect.stringMatching(/Add it to a manifest of its hub and close that/),
			},
		]);
		expect(await hub.ledger.getWithoutManifest('ikas-tr', 9, 'istanbul')).toHaveLength(1);
		expect(await hub.ledger.getWithoutManifest('ikas-tr', 9, 'ankara')).toEqual([]);
		expect(await hub.theException()).toMatchObject({
			kind: 'manifest_missing',
			cause: expect.stringMatching(/N1 left the hub without a closed manifest.* not told SHIPPED/),
			advice: expect.stringMatching(/Hand nothing over before its manifest is closed/),
		});
		await hub.sql("UPDATE outbox SET due_at = 0 WHERE state = 'waiting'");
		await untold();
		const raised = { stores: [], types: ['exception_raised' as const], limit: 9 };
		expect(await hub.ledger.getEvents(raised)).toHaveLength(1);
	});

	test('goes on a manifest afterwards, and is told with it as soon as that is closed', async () => {
		await left('1');
		await hub.create();
		expect(await hub.add('1')).toEqual(['1 added']);
		expect(await without()).toMatchObject([
			{ openManifest: 'M1', advice: 'Close manifest M1: it is on it.' },
		]);
		expect((await hub.manifest()).orders).toMatchObject([{ why: 'It has left already.' }]);
		expect(hub.standing(await hub.close())).toEqual(['1 waiting']);
		expect(await without()).toEqual([]);
		expect(await hub.exceptions()).toEqual([]);
		const one = await hub.claimOne();
		expect(one.update).toMatchObject({ number: 'N1', manifest: 'M1' });
		await hub.ledger.completeUpdate(one, 'dispatched with manifest M1');
		expect(await hub.now()).toEqual(['1 dispatched']);
		expect(await hub.sql("SELECT on_hand FROM stock WHERE sku = 'A' AND hub = 'istanbul'")).toEqual(
			[{ on_hand: 9 }],
		);
	});

	test('is none where the manifest was closed while the channel was being told', async () => {
		await hub.packed('1');
		await hub.create();
		await hub.add('1');
		await hub.move('1', 'shipped');
		const sending = await hub.claimOne();
		expect(sending.update.manifest).toBeUndefined();
		await hub.close();
		const { dueAt } = await hub.ledger.postponeUpdate(sending, 'it is in no closed manifest yet', {
			until: later,
			waitsFor: 'manifest',
		});
		expect(dueAt).not.toBe(later);
		expect(await hub.exceptions()).toEqual([]);
		expect(await without()).toEqual([]);
	});

	test('is none any more once the channel was told by hand', async () => {
		await left('1');
		await hub.sql("UPDATE outbox SET due_at = 0 WHERE state = 'waiting'");
		await hub.ledger.completeUpdate(await hub.claimOne(), 'was dispatched already');
		expect(await without()).toEqual([]);
		expect(await hub.exceptions()).toEqual([]);
	});

	test('is none once its channel waits for something else', async () => {
		await left('1');
		await hub.sql("UPDATE outbox SET due_at = 0 WHERE state = 'waiting'");
		await hub.ledger.postponeUpdate(await hub.claimOne(), 'no label yet', { until: later });
		expect(await without()).toEqual([]);
		expect(await hub.exceptions()).toEqual([]);
	});
});
