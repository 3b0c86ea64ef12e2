import type { IDataObject } from 'n8n-workflow';
import { carriers, reasons, save } from '../support/iconicStore';
import { iconicTelling } from '../support/iconicTelling';
import { picked } from '../support/shop';
import { dyingAfter, templateOf, tick } from '../support/templates';

const shipped = (trackingNumber: string, carrier = 'auspost'): IDataObject => ({
	options: { trackingNumber, carrier },
});

describe('the template that tells The Iconic what the hub has done', () => {
	const { at, taken, move, send, kindsOf, told, statusesOf, exceptions } = iconicTelling();
	const { outbox } = at;

	test('takes what was shipped to ready to ship and then to shipped, with the provider of Carrier Mapping', async () => {
		const [id = ''] = await taken({});
		await move(id, 'shipped', shipped('TRACK-1'));
		await send();
		expect(at.iconic.order(id).packages).toMatchObject([
			{ provider: carriers.typed, tracking: 'TRACK-1' },
		]);
		expect(statusesOf(id)).toEqual(['shipped']);
		expect(told(id)).toEqual(['ready_to_ship', 'shipped']);
		expect(await outbox(id)).toEqual(['shipped done']);
		expect(await kindsOf(send)).toEqual([]);
	});

	test('goes step by step where the hub does', async () => {
		const [id = ''] = await taken({});
		for (const status of ['packed', 'ready_to_ship', 'shipped']) {
			await move(id, status, shipped('TRACK-1'));
			await send();
		}
		expect(told(id).filter((what) => what === 'packed')).toHaveLength(1);
		expect(told(id).at(-1)).toBe('shipped');
		expect(await outbox(id)).toEqual(['packed done', 'ready_to_ship done', 'shipped done']);
	});

	test('waits for a tracking number that comes later, which is no failure', async () => {
		const [id = ''] = await taken({});
		await move(id, 'shipped');
		await send();
		expect(statusesOf(id)).not.toContain('shipped');
		expect(await outbox(id)).toEqual(['shipped waiting']);
		await at.shop.hub('parcel:setTracking', {
			...{ orderId: picked(id), parcelId: picked('') },
			...{ trackingNumber: 'LATE-1', options: { carrier: 'AusPost' } },
		});
		await send();
		await send();
		expect(statusesOf(id)).toEqual(['shipped']);
		expect(at.iconic.order(id).packages).toMatchObject([{ tracking: 'LATE-1' }]);
		expect(await exceptions()).toEqual([]);
	});

	test.each([
		['packed', 'setToPacked', 'pending'],
		['ready_to_ship', 'setToReadyToShip', 'ready_to_ship'],
		['shipped', 'setToShipped', 'shipped'],
	])('does it once where the line goes dead after %s', async (status, only, there) => {
		const [id = ''] = await taken({});
		await move(id, status, shipped('TRACK-1'));
		at.iconic.setFaults({ dropAfter: 1, only, forTheNext: 1 });
		await send();
		at.iconic.setFaults({});
		await send();
		expect(statusesOf(id)).toEqual([there]);
		expect(told(id).filter((what) => what === status)).toHaveLength(1);
		expect(at.iconic.order(id).packages).toHaveLength(1);
		expect(await outbox(id)).toEqual([`${status} done`]);
	});

	test('does it once where n8n dies between the sending and the record', async () => {
		const [id = ''] = await taken({});
		await move(id, 'shipped', shipped('TRACK-1'));
		await tick(
			dyingAfter(templateOf('theIconic/send-updates'), 'Send Update'),
			at.shop.credentials,
		);
		expect(await outbox(id)).toEqual(['shipped claimed']);
		await at.shop.sql("UPDATE outbox SET lease_until = 1 WHERE state = 'claimed'");
		await send();
		expect(told(id)).toEqual(['ready_to_ship', 'shipped']);
		expect(await outbox(id)).toEqual(['shipped done']);
	});

	test('cancels with the reason that The Iconic has for it', async () => {
		const [gone = '', other = ''] = await taken({}, {});
		await at.shop.hub('order:cancel', {
			orderId: picked(gone),
			options: { reason: 'out_of_stock' },
		});
		await at.shop.hub('order:cancel', { orderId: picked(other) });
		await send();
		expect(at.iconic.order(gone).items).toMatchObject([
			{ status: 'canceled', reason: reasons.stock },
		]);
		expect(at.iconic.order(other).items).toMatchObject([
			{ status: 'canceled', reason: reasons.other },
		]);
		expect(await exceptions()).toEqual([]);
	});

	test('makes an exception of a cancel that has no reason of The Iconic', async () => {
		await save(at.shop, { cancelReasonMapping: {} });
		const [id = ''] = await taken({});
		await at.shop.hub('order:cancel', { orderId: picked(id) });
		await send();
		expect(statusesOf(id)).toEqual(['pending']);
		expect(await exceptions()).toEqual([expect.stringMatching(/Cancellation Reasons/)]);
	});

	test('makes an exception of a carrier that nobody has mapped, and names the list', async () => {
		const [id = ''] = await taken({});
		await move(id, 'shipped', shipped('TRACK-1', 'Pony Express'));
		await send();
		expect(statusesOf(id)).toEqual(['pending']);
		const [cause] = await exceptions();
		expect(cause).toMatch(/Pony Express/);
		expect(cause).toContain(carriers.typed);
	});

	test('tells nothing of what is cancelled there, and says so', async () => {
		const [id = ''] = await taken({});
		at.iconic.cancel(id);
		await move(id, 'shipped', shipped('TRACK-1'));
		await send();
		expect(told(id)).toEqual([]);
		expect(await exceptions()).toMatchObject([expect.stringMatching(/cancel/i)]);
	});
});

describe('an order that leaves in parcels', () => {
	const { at, taken, send, told } = iconicTelling();

	test('is told parcel by parcel, each with its items and its number', async () => {
		const rules = [{ name: 'a', strategy: 'priority', split: {} }];
		await at.shop.items('orderHub', 'ruleSet:save', {
			parameters: { code: 'split', rulesInput: 'json', rulesJson: JSON.stringify(rules) },
		});
		await save(at.shop, { ruleSet: picked('split'), options: { splitOrders: true } });
		const lines = [{ sku: 'DRESS-10', quantity: 15 }];
		const [id = ''] = await taken({ lines });
		const [order] = await at.shop.hub('order:get', { orderId: id, simple: false });
		const parcels = order?.parcels as readonly { parcel: number; lines: unknown[] }[];
		expect(parcels).toHaveLength(2);
		for (const { parcel } of parcels) {
			await at.shop.hub('parcel:changeStatus', {
				...{ orderId: picked(id), parcelId: picked(String(parcel)), status: 'shipped' },
				...shipped(`TRACK-${parcel}`),
			});
			await send();
			await send();
		}
		const { packages, items } = at.iconic.order(id);
		expect(items.map(({ status }) => status)).toEqual(Array(15).fill('shipped'));
		expect(packages.map(({ items: of }) => of.length).toSorted()).toEqual(
			parcels.map(({ lines: of }) => of.length).toSorted(),
		);
		expect(new Set(packages.map(({ tracking }) => tracking)).size).toBe(2);
		expect(told(id).filter((what) => what === 'shipped')).toHaveLength(2);
	});
});

describe('what an account of The Iconic wants otherwise', () => {
	const { at, taken, move, send, statusesOf } = iconicTelling();

	test('stops at ready to ship where the credential says to leave it', async () => {
		at.shop.stored.theIconicChannelApi.afterReadyToShip = 'leave';
		const [id = ''] = await taken({});
		await move(id, 'shipped', shipped('TRACK-1'));
		await send();
		expect(statusesOf(id)).toEqual(['ready_to_ship']);
		expect(await at.outbox(id)).toEqual(['shipped done']);
	});

	test('takes the number from a provider that makes it', async () => {
		const integrated = { name: carriers.integrated, apiIntegrationAvailable: true, default: true };
		await at.reopen({}, { providers: [integrated] });
		const [id = ''] = await taken({});
		await move(id, 'shipped');
		await send();
		await send();
		expect(statusesOf(id)).toEqual(['shipped']);
		expect(at.iconic.order(id).packages).toMatchObject([
			{ provider: carriers.integrated, tracking: expect.any(String) },
		]);
	});
});
