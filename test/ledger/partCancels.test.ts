import type { ChannelUpdate } from '../../domain/channelUpdate';
import type { OmsOrder } from '../../domain/oms';
import type { ClaimedUpdate } from '../../ledger/updateShapes';
import { engines } from '../support/ledgers';
import { inOms, omsParcel, omsStore } from '../support/omsStores';
import { cancelled, line, placed, revised } from '../support/placed';
import { stockOut } from '../support/stockOut';
import { failure } from '../support/telling';

const three = placed('1', { lines: [line('1', 'A'), line('2', 'A'), line('3', 'B')] });
/** The channel has cancelled the lines. */
const lacking = (minutes: number, ...gone: readonly string[]) =>
	revised(three, minutes, {
		lines: three.lines.map((one) => (gone.includes(one.id) ? { ...one, cancelled: 1 } : one)),
	});

/** As the OMS has the three: both of A in one line. */
const withLines = (a: readonly [number, number], b: readonly [number, number]) => ({
	lines: [
		{ of: ['1', '2'].map((id) => ({ line: id, quantity: 1 })), kept: a[0], open: a[1] },
		{ of: [{ line: '3', quantity: 1 }], kept: b[0], open: b[1] },
	],
});

describe.each(engines)('units that are cancelled alone, on $engine', ({ open }) => {
	const hub = omsStore(open, {
		automatedCancellation: true,
		cancelReasonMap: [{ reason: 'other', channelReason: 'Other' }],
	});
	const handedOver = async () => {
		await hub.take(three);
		await hub.route();
		await hub.handOver();
		await hub.send();
	};
	const lines = async () =>
		(await hub.order('1')).lines.map(({ line: id, cancelled: off, shipped }) => [id, off, shipped]);
	const packed = async () =>
		(await hub.order('1')).parcels.map((parcel) => parcel.lines.map((one) => one.line));
	const toChannel = async () =>
		(await hub.ledger.getUpdates({ store: 'ikas-tr', limit: 50 }))
			.map(({ update }) => update)
			.filter(({ effect }) => effect !== 'status');
	const next = async () => {
		const [claim] = await hub.claimOms();
		if (claim === undefined) throw new Error('the OMS was to be told of something');
		return claim;
	};
	const keptIn = ({ handOver }: ChannelUpdate) =>
		handOver?.kept.map(({ line: id, quantity }) => [id, quantity]);

	describe('on the channel, of an order that the OMS has', () => {
		beforeEach(handedOver);

		test('are taken off the order, its parcel and the OMS, and nobody has to look', async () => {
			expect(await hub.take(lacking(5, '2'))).toMatchObject([{ outcome: 'updated' }]);
			expect(await lines()).toEqual([
				['1', 0, 0],
				['2', 1, 0],
				['3', 0, 0],
			]);
			expect(await packed()).toEqual([['1', '3']]);
			expect(await hub.exceptions()).toEqual([]);
			const { update } = await next();
			expect(update).toMatchObject({
				...{ effect: 'reduce', lines: [{ line: '2', quantity: 1, left: 0 }] },
				handOver: { id: 'gid-1' },
			});
			expect(keptIn(update)).toEqual([
				['1', 1],
				['2', 0],
				['3', 1],
			]);
			expect(await toChannel()).toEqual([]);
		});

		test('G9: give nothing back: the next figures of the OMS do', async () => {
			expect(await hub.stock('A')).toMatchObject({ istanbul: [8, 0] });
			await hub.take(lacking(5, '2'));
			expect(await hub.stock('A')).toMatchObject({ istanbul: [8, 0] });
			await hub.ledger.completeUpdate(await next(), 'taken off');
			expect(await hub.stock('A')).toMatchObject({ istanbul: [8, 0] });
			await hub.figures({ 'gid-ist': 9, 'gid-ank': 10 });
			expect(await hub.stock('A')).toEqual({ istanbul: [9, 0], ankara: [10, 0] });
			expect(await hub.moved()).toMatchObject({ handed_over: -3 });
		});

		test('one after the other are told one after the other, a repeated revision once', async () => {
			await hub.take(lacking(5, '2'));
			await hub.take(lacking(5, '2'));
			await hub.take(lacking(6, '2', '3'));
			await hub.take(lacking(5, '2'));
			for (const kept of [
				[
					['1', 1],
					['2', 0],
					['3', 0],
				],
				[
					['1', 1],
					['2', 0],
					['3', 0],
				],
			]) {
				const claim = await next();
				expect(keptIn(claim.update)).toEqual(kept);
				await hub.ledger.completeUpdate(claim, 'taken off');
			}
			expect(await hub.claimOms()).toEqual([]);
			expect(await lines()).toEqual([
				['1', 0, 0],
				['2', 1, 0],
				['3', 1, 0],
			]);
		});

		test('a worker that dies on the way is followed by one that says the same', async () => {
			await hub.take(lacking(5, '2'));
			const lost = await next();
			await hub.lapse();
			const claim = await next();
			expect([claim.id, claim.attempts, keptIn(claim.update)]).toEqual([
				...[lost.id, 2, keptIn(lost.update)],
			]);
			await hub.ledger.completeUpdate(claim, 'already');
			expect(await hub.toOms()).toEqual(['N1 create done', 'N1 reduce done']);
		});

		test('the rest ships and completes the order, with nothing of them in its parcel', async () => {
			await hub.take(lacking(5, '2'));
			await hub.ledger.completeUpdate(await next(), 'taken off');
			const left = omsParcel('F1', { 1: 1, 3: 1 });
			await hub.fulfil(inOms('1', { ...withLines([1, 0], [1, 0]), parcels: [left] }));
			expect(await hub.order('1')).toMatchObject({ status: 'shipped' });
			expect(await packed()).toEqual([['1', '3']]);
			expect(await lines()).toEqual([
				['1', 0, 1],
				['2', 1, 0],
				['3', 0, 1],
			]);
			expect(await hub.exceptions()).toEqual([]);
			expect(await hub.omsExceptions()).toEqual([]);
		});

		test('after all others have left complete the order', async () => {
			const left = omsParcel('F1', { 1: 1, 3: 1 });
			await hub.fulfil(inOms('1', { ...withLines([2, 1], [1, 0]), parcels: [left] }));
			expect(await hub.order('1')).toMatchObject({ status: 'new_order' });
			await hub.take(lacking(5, '2'));
			expect(await hub.order('1')).toMatchObject({ status: 'shipped' });
			expect(await packed()).toEqual([['1', '3']]);
			expect((await next()).update).toMatchObject({ effect: 'reduce' });
		});

		test('that have left are for a person, and the others are followed all the same', async () => {
			const left = omsParcel('F1', { 1: 1, 3: 1 });
			await hub.fulfil(inOms('1', { ...withLines([2, 1], [1, 0]), parcels: [left] }));
			const [outcome] = await hub.take(lacking(5, '2', '3'));
			expect(outcome).toMatchObject({
				outcome: 'exception',
				reason: 'Of order N1 the channel cancelled 1 of line "3" after it had left the hub.',
			});
			expect(await hub.exceptions()).toEqual(['cancelled_after_shipping']);
			expect(await lines()).toEqual([
				['1', 0, 1],
				['2', 1, 0],
				['3', 0, 1],
			]);
			expect((await next()).update).toMatchObject({ lines: [{ line: '2', quantity: 1 }] });
		});

		test('with another edit are followed, and only that edit is for a person', async () => {
			const address = { ...lacking(5, '2'), shipTo: null };
			expect(await hub.take(address)).toMatchObject([{ outcome: 'exception' }]);
			const exception = await hub.theException();
			expect(exception).toMatchObject({ kind: 'order_edited', payload: [{ field: 'shipTo' }] });
			expect(await lines()).toEqual([
				['1', 0, 0],
				['2', 1, 0],
				['3', 0, 0],
			]);
			expect((await next()).update).toMatchObject({ effect: 'reduce' });
		});

		test('are no news once all is cancelled: the OMS hears of that alone', async () => {
			await hub.take(lacking(5, '2'));
			await hub.take(cancelled(three, 6));
			expect(await hub.toOms()).toEqual([
				...['N1 create done', 'N1 reduce superseded', 'N1 cancel pending'],
			]);
		});

		test('and refused by the OMS become an exception that names them', async () => {
			await hub.take(lacking(5, '2'));
			await hub.ledger.failUpdate(await next(), failure('rejected'));
			const [exception] = await hub.omsExceptions();
			expect(exception?.cause).toBe(
				'Order N1 lacks 1 of line "2" in the hub, and shopify still has it as N1, gid-1: it said rejected',
			);
			await hub.ledger.retryException(exception?.id ?? 0);
			expect((await next()).update).toMatchObject({ effect: 'reduce' });
		});
	});

	test('while the OMS is making the order are free again, and taken off behind it', async () => {
		await hub.take(three);
		await hub.route();
		const create = await next();
		await hub.take(lacking(5, '2'));
		expect(await hub.stock('A')).toMatchObject({ istanbul: [10, 1] });
		await hub.confirm(create as ClaimedUpdate);
		expect(await hub.stock('A')).toMatchObject({ istanbul: [9, 0] });
		expect(await hub.stock('B')).toMatchObject({ istanbul: [9, 0] });
		expect((await next()).update).toMatchObject({ effect: 'reduce', handOver: { id: 'gid-1' } });
	});

	describe('in the OMS', () => {
		beforeEach(handedOver);
		const fulfil = (change: Partial<OmsOrder>) => hub.fulfil(inOms('1', change));

		test('are cancelled here and on the channel, the last of equal ones, once', async () => {
			expect(await fulfil(withLines([1, 1], [1, 1]))).toEqual(['updated']);
			expect(await lines()).toEqual([
				['1', 0, 0],
				['2', 1, 0],
				['3', 0, 0],
			]);
			expect(await packed()).toEqual([['1', '3']]);
			expect(await toChannel()).toMatchObject([
				{
					...{ effect: 'reduce', channelStatus: 'CANCELLED', channelReason: 'Other' },
					lines: [{ line: '2', quantity: 1, left: 0 }],
				},
			]);
			expect(await fulfil(withLines([1, 1], [1, 1]))).toEqual(['unchanged: nothing of it is new']);
			expect(await hub.toOms()).toEqual(['N1 create done']);
		});

		test('stay cancelled whether or not the channel shows it yet', async () => {
			await fulfil(withLines([1, 1], [1, 1]));
			const other = revised(three, 5, { payment: 'INVOICE' });
			expect(await hub.take(other)).toMatchObject([{ outcome: 'updated' }]);
			expect(await hub.take(lacking(6, '2'))).toMatchObject([{ outcome: 'updated' }]);
			expect(await lines()).toEqual([
				['1', 0, 0],
				['2', 1, 0],
				['3', 0, 0],
			]);
			expect(await hub.exceptions()).toEqual([]);
			expect(await hub.toOms()).toEqual(['N1 create done']);
		});

		test('that the channel cancelled itself are not told back', async () => {
			await hub.take(lacking(5, '2'));
			await hub.ledger.completeUpdate(await next(), 'taken off');
			expect(await fulfil(withLines([1, 1], [1, 1]))).toEqual(['unchanged: nothing of it is new']);
			expect(await toChannel()).toEqual([]);
		});

		test('that came back after they had left are no cancel', async () => {
			const left = omsParcel('F1', { 1: 1 });
			await fulfil({ ...withLines([1, 1], [1, 1]), parcels: [left] });
			expect(await lines()).toEqual([
				['1', 0, 1],
				['2', 0, 0],
				['3', 0, 0],
			]);
			expect(await toChannel()).toEqual([]);
		});

		test('leave those alone that somebody has begun to pack', async () => {
			await hub.sql("UPDATE parcels SET status = 'packed'");
			const lone =
				"INSERT INTO parcels (order_id, hub, status) SELECT order_id, hub, 'new_order' FROM parcels";
			await hub.sql(lone);
			await hub.sql(
				"UPDATE parcel_lines SET parcel_id = (SELECT MAX(id) FROM parcels) WHERE line_id = '1'",
			);
			await fulfil(withLines([1, 1], [1, 1]));
			expect(await toChannel()).toMatchObject([{ lines: [{ line: '1' }] }]);
		});

		test('all of them cancel the order', async () => {
			await fulfil(withLines([0, 0], [0, 0]));
			expect(await hub.order('1')).toMatchObject({ status: 'cancelled', parcels: [] });
			expect(await toChannel()).toMatchObject([{ effect: 'cancel' }]);
			expect(await hub.toOms()).toEqual(['N1 create done']);
		});

		test('with what the channel cancels after all that is left cancel the order on both sides', async () => {
			await fulfil(withLines([1, 1], [1, 1]));
			await hub.take(lacking(5, '1', '3'));
			expect(await hub.order('1')).toMatchObject({ status: 'cancelled' });
			expect(await hub.toOms()).toEqual(['N1 create done', 'N1 cancel pending']);
			expect((await toChannel()).map(({ effect }) => effect)).toEqual(['cancel', 'reduce']);
		});

		test('are told to a person where the channel cancels whole orders only', async () => {
			await hub.sql(
				`UPDATE orders SET body = REPLACE(body, '"payment":', '"isWhole":true,"payment":')`,
			);
			const [outcome] = await fulfil(withLines([1, 1], [1, 1]));
			expect(outcome).toMatch(/^exception: .*1 of line "2" was taken off there/);
			expect(await lines()).toEqual([
				['1', 0, 0],
				['2', 0, 0],
				['3', 0, 0],
			]);
			expect(await toChannel()).toEqual([]);
		});
	});
});

describe.each(engines)(
	'units taken off in the OMS, on $engine, with the automation off',
	({ open }) => {
		const hub = omsStore(open, { automatedCancellation: false });

		test('are cancelled in the hub alone', async () => {
			await hub.take(three);
			await hub.route();
			await hub.handOver();
			await hub.send();
			await hub.fulfil(inOms('1', withLines([1, 1], [1, 1])));
			expect((await hub.order('1')).lines).toMatchObject([{ cancelled: 0 }, { cancelled: 1 }, {}]);
			expect(await hub.outbox()).toEqual(['N1 ACCEPTED done']);
		});

		test('G9: are told again as stock once somebody takes them off on the channel as well', async () => {
			const out = stockOut(hub);
			await out.offer('A');
			await hub.take(three);
			await hub.route();
			await hub.handOver();
			await hub.fulfil(inOms('1', withLines([1, 1], [1, 1])));
			const everywhere = ['listing-A loc-ank: 10', 'listing-A loc-ist: 8'];
			expect(await out.push()).toEqual(everywhere);
			await hub.take(revised(three, 5, { tags: ['gift'] }));
			expect(await out.push()).toEqual([]);
			await hub.take(lacking(6, '2'));
			expect(await out.push()).toEqual(everywhere);
			await hub.take(revised(lacking(6, '2'), 7, { tags: ['gift'] }));
			expect(await out.push()).toEqual([]);
		});
	},
);
