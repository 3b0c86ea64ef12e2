import type { ChannelInvoice } from '../../domain/channelUpdate';
import { engines } from '../support/ledgers';
import { line, placed } from '../support/placed';
import { tellingStore, tracked } from '../support/telling';

const first: ChannelInvoice = {
	code: 'INV-1',
	at: '2026-03-02T11:00:00.000Z',
	taxes: [{ listing: 'listing-A', rates: { taxRate: 18 } }],
};
const other: ChannelInvoice = { ...first, code: 'INV-2', taxes: [] };
const soon = '2020-01-01T00:00:00.000Z';

describe.each(engines)('invoices that the channel issued, on $engine', ({ open }) => {
	const hub = tellingStore(open);
	beforeEach(async () => {
		const lines = [line('1', 'A'), line('2', 'B')];
		await hub.take(placed('1', { lines, isWhole: true, invoiceBinds: true }));
		await hub.route();
		await hub.send();
		await hub.move('1', 'packed');
	});

	const parcel = async () => (await hub.order('1')).parcels[0]?.parcel ?? 0;
	const said = async (invoice: ChannelInvoice) => [
		{ parcel: await parcel(), tracking: null, label: null, invoice },
	];
	const invoices = async () =>
		(await hub.order('1')).invoices.map(({ code, taxes }) => ({ code, taxes }));
	const kept = [{ code: 'INV-1', taxes: first.taxes }];
	const claimed = async () => {
		await hub.sql('UPDATE outbox SET due_at = 0, lease_until = NULL');
		return await hub.claimOne();
	};
	const postpone = async (invoice: ChannelInvoice) =>
		await hub.ledger.postponeUpdate(await claimed(), 'not yet', {
			until: soon,
			parcels: await said(invoice),
		});
	const complete = async (invoice: ChannelInvoice) =>
		await hub.ledger.completeUpdate(await claimed(), 'told', { parcels: await said(invoice) });

	test('are kept while the update waits for more, and are at hand when it is tried again', async () => {
		await postpone(first);
		expect(await invoices()).toEqual(kept);
		expect((await claimed()).update.parcels).toMatchObject([{ invoice: first }]);
	});

	test.each([
		['waits', postpone],
		['is told', complete],
	])(
		'are never exchanged for another when the update %s: that goes to a person',
		async (_, tell) => {
			await postpone(first);
			await tell(other);
			expect(await invoices()).toEqual(kept);
			expect(await hub.theException()).toMatchObject({
				kind: 'invoice_changed',
				cause: 'The invoice of order N1 is INV-1, and ikas says by now that it is INV-2.',
				payload: { kept: { code: 'INV-1' }, told: { code: 'INV-2' } },
			});
		},
	);

	test('close the exception once the channel says the first one again', async () => {
		await postpone(first);
		await postpone(other);
		await complete(first);
		expect(await hub.exceptions()).toEqual([]);
		expect(await invoices()).toEqual(kept);
	});

	test('stay when the order is cancelled and its parcel is gone', async () => {
		await complete(first);
		await hub.sql("UPDATE orders SET mapped_status = 'cancelled'");
		await hub.move('1', 'cancelled');
		expect(await hub.order('1')).toMatchObject({ parcels: [], invoices: [{ code: 'INV-1' }] });
	});

	test('come one for each parcel of an order that is split', async () => {
		const lines = [line('1', 'A'), line('2', 'B')];
		await hub.take(placed('2', { lines }));
		await hub.route();
		const [row] = await hub.sql("SELECT id FROM orders WHERE channel_id = '2'");
		await hub.sql(
			"INSERT INTO parcels (order_id, hub, status) VALUES (?, 'ankara', 'new_order')",
			Number(row?.id),
		);
		const parcels = (await hub.order('2')).parcels.map((one) => one.parcel);
		const update = (await hub.claim()).find((one) => one.update.order === '2');
		await hub.ledger.completeUpdate(update ?? { id: 0, fence: 0 }, 'told', {
			parcels: parcels.map((one, at) => ({
				...{ parcel: one, tracking: tracked(String(at)), label: null },
				invoice: at === 0 ? first : other,
			})),
		});
		expect((await hub.order('2')).invoices.map(({ code }) => code)).toEqual(['INV-1', 'INV-2']);
		expect(await hub.exceptions()).toEqual([]);
	});
});
