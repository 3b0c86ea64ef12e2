import { engines } from '../support/ledgers';
import { tellingStore, tracked } from '../support/telling';

const label = { mimeType: 'x.application/zpl', base64: Buffer.from('^XA^XZ').toString('base64') };

describe.each(engines)('what the channel says of a parcel, on $engine', ({ open }) => {
	const hub = tellingStore(open);
	beforeEach(async () => {
		await hub.accept('1');
		await hub.send();
	});

	const theParcel = async () => (await hub.order('1')).parcels[0];
	const events = async () =>
		(await hub.ledger.getEvents({ stores: [], types: ['label_ready'], limit: 9 })).map(
			({ order, detail }) => [order?.number, detail],
		);
	/** The channel is told that the order is packed, and answers with a number and a label of its own. */
	async function answered(tracking: ReturnType<typeof tracked> | null = tracked('AWB1')) {
		await hub.move('1', 'packed');
		const claim = await hub.claimOne();
		const parcel = claim.update.parcels[0]?.parcel ?? 0;
		const told = [{ parcel, tracking, label }];
		expect(await hub.ledger.completeUpdate(claim, 'packed', { parcels: told })).toMatchObject({
			state: 'done',
		});
		return { claim, told };
	}

	test('is kept with it and told as an event, and not told back', async () => {
		expect(await theParcel()).toMatchObject({ tracking: null, hasLabel: false });
		await answered();
		const { parcel } = (await theParcel()) ?? {};
		expect(await theParcel()).toMatchObject({ tracking: tracked('AWB1'), hasLabel: true });
		expect(await events()).toEqual([['N1', String(parcel)]]);
		expect(await hub.outbox()).toEqual(['N1 ACCEPTED done', 'N1 READY done']);
		expect(await hub.ledger.getLabel('ikas-tr', '1')).toEqual({
			...{ store: 'ikas-tr', order: '1', number: 'N1', subOrder: null, parcel },
			...{ tracking: tracked('AWB1'), label },
		});
	});

	test('does not make the same status news, and later ones carry it', async () => {
		await answered();
		await hub.move('1', 'ready_to_ship');
		expect(await hub.claim()).toEqual([]);
		await hub.move('1', 'shipped');
		expect((await hub.claimOne()).update).toMatchObject({
			...{ channelStatus: 'SHIPPED', parcels: [{ tracking: { number: 'AWB1' } }] },
		});
	});

	test('leaves what it says nothing of', async () => {
		await hub.ledger.setTracking('ikas-tr', '1', tracked('T1'));
		await answered(null);
		expect(await theParcel()).toMatchObject({ tracking: tracked('T1'), hasLabel: true });
	});

	test('is kept once, and only with parcels of that order', async () => {
		const { claim, told } = await answered();
		const again = told.map((one) => ({ ...one, tracking: tracked('AWB2') }));
		await hub.ledger.completeUpdate(claim, 'packed', { parcels: again });
		expect(await events()).toHaveLength(1);
		await hub.accept('2');
		await hub.ledger.completeUpdate(await hub.claimOne(), 'told', { parcels: again });
		expect(await theParcel()).toMatchObject({ tracking: tracked('AWB1') });
		expect(await hub.order('2')).toMatchObject({ parcels: [{ tracking: null, hasLabel: false }] });
	});

	test('never puts the bytes of a label into a list', async () => {
		await answered();
		const lists = [
			await hub.ledger.getOrders({ store: 'ikas-tr', limit: 9 }),
			await hub.ledger.getUpdates({ store: 'ikas-tr', limit: 9 }),
		];
		expect(JSON.stringify(lists)).not.toContain(label.base64);
	});

	test('is asked for in vain where there is none', async () => {
		await expect(hub.ledger.getLabel('ikas-tr', '1')).rejects.toThrow(/has no label yet/);
		await expect(hub.ledger.getLabel('ikas-tr', '1', 404)).rejects.toThrow(/no parcel 404/);
		await expect(hub.ledger.getLabel('ikas-tr', '404')).rejects.toThrow(/"404"/);
	});
});
