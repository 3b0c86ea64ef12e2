import type { IDataObject } from 'n8n-workflow';
import { amazonShops, mapped, toldAs } from '../support/amazonNodes';
import type { Draft } from '../support/amazonNodes';
import { picked } from '../support/shop';
import { dyingAfter, templateOf } from '../support/templates';

const template = templateOf('amazonSellerFlex/send-updates');
const sync = templateOf('amazonSellerFlex/sync-orders');

const kindsOf = (calls: readonly { kind: string }[]) => calls.map(({ kind }) => kind);

describe('the template that tells Amazon what the hub has done', () => {
	const at = amazonShops({}, { hubMapping: mapped({ EXSB: 'sharjah' }) });
	const { outbox } = at;

	/** Shipments that the hub has taken. */
	async function taken(...changes: readonly Draft[]) {
		const ids = at.place(...changes);
		await at.shop.becomeDue();
		await at.shop.tick(sync);
		return ids;
	}
	const send = async () => {
		const done = await at.shop.tick(template);
		expect(done.run.data.resultData.error).toBeUndefined();
		return done;
	};
	const move = (orderId: string, status: string, options: IDataObject = {}) =>
		at.shop.hub('order:changeStatus', { orderId, status, options });
	/** Taken, confirmed on Amazon, and picked in the hub. */
	async function pickedOne(change: Draft = {}) {
		const [id = ''] = await taken(change);
		await send();
		await move(id, 'picked');
		return id;
	}
	const told = (id: string) =>
		at.amazon
			.shipment(id)
			.history.filter(({ by }) => by === 'api')
			.map(({ what }) => what);
	const exceptions = async () =>
		(await at.shop.hub('exception:getMany')).map(
			({ kind, cause }) => `${String(kind)}: ${String(cause)}`,
		);
	const parcelsOf = async (orderId: string) => {
		const [order] = await at.shop.hub('order:get', { orderId, simple: false });
		return order?.parcels as readonly IDataObject[];
	};

	const packing = ['packages_created', 'slot_retrieved', 'labels_generated'];

	test('confirms each shipment once, with one call, also when it runs twice', async () => {
		const ids = await taken({}, {});
		expect(kindsOf(await at.shop.callsOf(send))).toEqual(['processShipment', 'processShipment']);
		expect(await at.shop.callsOf(send)).toEqual([]);
		for (const id of ids) {
			expect(at.amazon.shipment(id).status).toBe('CONFIRMED');
			expect(told(id)).toEqual(['confirmed']);
		}
		expect(await outbox()).toEqual(['CONFIRMED done', 'CONFIRMED done']);
	});

	test.each(['dropBefore', 'dropAfter'])(
		'confirms once where the line goes dead (%s)',
		async (fault) => {
			const [id = ''] = await taken({});
			at.amazon.setFaults({ [fault]: 1, only: 'processShipment', forTheNext: 1 });
			await send();
			expect(told(id)).toEqual(['confirmed']);
			expect(await outbox()).toEqual(['CONFIRMED done']);
		},
	);

	test('confirms once where n8n dies between the sending and the record', async () => {
		const [id = ''] = await taken({});
		await at.shop.tick(dyingAfter(template, 'Send Update'));
		expect(await outbox()).toEqual(['CONFIRMED claimed']);
		await at.shop.sql("UPDATE outbox SET lease_until = 1 WHERE state = 'claimed'");
		const { outputs } = await send();
		expect(outputs('Send Update')).toMatchObject([[[{ outcome: 'already' }], []]]);
		expect(told(id)).toEqual(['confirmed']);
	});

	test('packs what was picked, and keeps carrier, tracking number and label with the parcel', async () => {
		const id = await pickedOne();
		await send();
		expect(told(id)).toEqual(['confirmed', ...packing]);
		const label = at.amazon.shipment(id).packages[0]?.label;
		expect(await parcelsOf(id)).toMatchObject([
			{ tracking: { number: label?.trackingId, carrier: label?.carrier } },
		]);
		const [[file] = []] = await at.shop.runWhole('orderHub', 'parcel:getLabel', {
			parameters: { store: picked('amazon'), orderId: id },
		});
		expect(file?.json).toMatchObject({ fileName: expect.stringMatching(/\.zpl$/) });
		const zpl = Buffer.from(String(file?.binary?.data?.data), 'base64').toString();
		expect(zpl).toContain(String(label?.trackingId));
	});

	test.each([
		['without an invoice', {}, 5],
		['with one that Amazon makes', { invoice: true }, 6],
	])('ships a one-package order %s in so many calls', async (_which, change, most) => {
		const [id = ''] = await taken(change);
		const calls = await at.shop.callsOf(async () => {
			await send();
			await move(id, 'picked');
			await send();
			await move(id, 'shipped');
			await send();
		});
		expect(at.amazon.shipment(id).status).toBe('SHIPPED');
		expect(kindsOf(calls)).toEqual([
			'processShipment',
			'createPackages',
			'retrieveShippingOptions',
			...(most === 6 ? ['generateInvoice'] : []),
			'generateShipLabels',
			'updatePackageStatus',
		]);
		expect(calls.length).toBe(most);
		expect(await outbox(id)).toEqual([
			'CONFIRMED done',
			'SHIPLABEL_GENERATED done',
			'SHIPPED done',
		]);
	});

	test('is seen once on Amazon, with its label kept, where the answer to any step is lost', async () => {
		for (const only of ['createPackages', 'retrieveShippingOptions', 'generateShipLabels']) {
			const id = await pickedOne();
			at.amazon.setFaults({ dropAfter: 1, only, forTheNext: 1 });
			await send();
			expect(told(id)).toEqual(['confirmed', ...packing]);
			expect(await parcelsOf(id)).toMatchObject([{ tracking: { number: expect.any(String) } }]);
			await at.shop.hub('parcel:getLabel', { orderId: id });
		}
	});

	describe('waits for the size of a parcel that nobody knows, until', () => {
		const box = { length: 30, width: 20, height: 10, weight: 400 };

		test.each<[string, (id: string) => Promise<unknown>]>([
			['it is set on the parcel', (id) => at.shop.hub('parcel:setBox', { orderId: id, ...box })],
			[
				'it is set on the SKU',
				() =>
					at.shop.items('orderHub', 'sku:setBox', {
						parameters: { seller: picked('noor'), sku: 'MUG', ...box },
					}),
			],
			[
				'a catalog file brings it',
				() =>
					at.shop.upload(
						'seller sku,asin,length,width,height,weight\nMUG,B0EXAMPL00,30,20,10,400\n',
					),
			],
		])('%s', async (_how, tell) => {
			const id = await pickedOne({ recommendedPackage: undefined });
			const calls = await at.shop.callsOf(send);
			expect(calls).toEqual([]);
			expect(
				await at.shop.hub('channelUpdate:getMany', { filters: { state: 'waiting' } }),
			).toMatchObject([
				{ update: { order: id }, detail: expect.stringMatching(/size and weight/) },
			]);
			await send();
			expect(told(id)).toEqual(['confirmed']);
			await tell(id);
			await send();
			expect(told(id)).toEqual(['confirmed', ...packing]);
			expect(at.amazon.shipment(id).packages).toMatchObject([{ weightG: 400 }]);
		});
	});

	test('waits until Amazon lets it be packed', async () => {
		const earliestPackDateTime = new Date(at.amazon.clock.now() + 3_600_000).toISOString();
		const id = await pickedOne({ earliestPackDateTime });
		await send();
		expect(told(id)).toEqual(['confirmed']);
		expect(await outbox(id)).toEqual(['CONFIRMED done', 'SHIPLABEL_GENERATED waiting']);
		at.amazon.clock.advance(3_600_000);
		await at.shop.sql("UPDATE outbox SET due_at = 1 WHERE state = 'waiting'");
		await send();
		expect(told(id)).toEqual(['confirmed', ...packing]);
	});

	test('sees a label that fails inside a good answer, and asks again', async () => {
		const id = await pickedOne({ failingLabels: 1 });
		await send();
		expect(told(id)).toEqual(['confirmed', ...packing]);
		expect(await parcelsOf(id)).toMatchObject([{ tracking: { number: expect.any(String) } }]);
	});

	test('brings orders through a storm of mishaps, each step seen once on Amazon', async () => {
		const ids = await taken({ invoice: true }, { failingLabels: 1 });
		const chances = { dropBefore: 0.1, dropAfter: 0.1, rate500: 0.1, html: 0.05, cutOff: 0.05 };
		at.amazon.setFaults({ seed: 5, ...chances, expireTokens: 0.1, labelFailure: 0.2 });
		const sendAll = async () => {
			for (let round = 0; round < 9; round++) {
				await at.shop.sql("UPDATE outbox SET due_at = 1 WHERE state = 'pending'");
				await at.shop.sql('UPDATE quotas SET paused_until = 0, failures = 0');
				await send();
				if ((await outbox()).every((one) => one.endsWith(' done'))) return;
			}
		};
		await sendAll();
		for (const status of ['picked', 'shipped']) {
			for (const id of ids) await move(id, status);
			await sendAll();
		}
		for (const id of ids) {
			expect(told(id).filter((what) => what !== 'invoice_generated')).toEqual([
				'confirmed',
				...packing,
				'shipped',
			]);
			const [parcel] = await parcelsOf(id);
			const number = at.amazon.shipment(id).packages[0]?.label?.trackingId;
			expect(parcel).toMatchObject({ tracking: { number } });
			await at.shop.hub('parcel:getLabel', { orderId: id });
		}
		expect(await exceptions()).toEqual([]);
	});

	test('does not pack what Amazon has cancelled, and says to keep the goods', async () => {
		const id = await pickedOne();
		at.amazon.cancel(id);
		await send();
		expect(told(id)).toEqual(['confirmed']);
		expect(await exceptions()).toMatchObject([
			expect.stringMatching(/update_refused: .*cancelled on Amazon.*Keep the goods/s),
		]);
	});

	describe('a cancel of the hub', () => {
		const cancelling = { workspaceStatusMapping: toldAs({ cancelled: 'CANCELLED' }) };
		const cancel = (orderId: string, options = {}) =>
			at.shop.hub('order:cancel', { orderId, options });

		test.each([
			['customer_requested', 'CUSTOMER_REQUESTED'],
			['out_of_stock', 'OUT_OF_STOCK'],
		])('goes to Amazon with its reason %s', async (reason, said) => {
			await at.reopen({ ...cancelling, hubMapping: mapped({ EXSB: 'sharjah' }) });
			const [id = ''] = await taken({});
			await send();
			await cancel(id, { reason });
			await send();
			expect(at.amazon.shipment(id)).toMatchObject({
				status: 'CANCELLED',
				cancellation: { reason: said },
			});
			expect(told(id)).toEqual(['confirmed', 'rejected']);
		});

		test.each([
			['the automation is off', { ...cancelling, automatedCancellation: false }],
			['the map has no row for it', {}],
		])('stays in the hub where %s', async (_why, settings) => {
			await at.reopen(settings);
			const [id = ''] = await taken({});
			await send();
			await cancel(id);
			expect(await at.shop.callsOf(send)).toEqual([]);
			expect(at.amazon.shipment(id).status).toBe('CONFIRMED');
		});

		test('that Amazon takes no more becomes an exception that says what to do', async () => {
			await at.reopen(cancelling);
			const id = await pickedOne();
			await send();
			await cancel(id);
			const { outputs } = await send();
			expect(outputs('Fail')).toMatchObject([[[{ state: 'exception' }]]]);
			expect(await exceptions()).toMatchObject([
				expect.stringMatching(
					/update_refused: .*SHIPLABEL_GENERATED.*Ship it, or ask Seller Support/s,
				),
			]);
			expect(at.amazon.shipment(id).status).toBe('SHIPLABEL_GENERATED');
		});
	});
});
