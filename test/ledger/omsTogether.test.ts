import { engines } from '../support/ledgers';
import { omsStore } from '../support/omsStores';
import { pretendOms } from '../support/pretendOms';
import { line, placed } from '../support/placed';
import { failure } from '../support/telling';

const ids = Array.from({ length: 9 }, (_, at) => `${at}`);
const lines = [line('1', 'A'), line('2', 'A')];
const watermark = '2026-03-02T12:00:00.000Z';

describe.each(engines)(
	'a channel and an OMS at once, by many processes, on $engine',
	({ open }) => {
		const hub = omsStore(open);

		test('G4, G7, G9: every order is made once, ships once, and takes stock once', async () => {
			const oms = pretendOms();
			const heard: string[] = [];
			let isOver = false;

			async function giveOrders(process: typeof hub.ledger, worker: number) {
				for (let turn = worker, idle = 0; !isOver || idle < 3; turn++) {
					const claims = await process.claimUpdates('shopify', 2);
					idle = claims.length === 0 ? idle + 1 : 0;
					for (const one of claims) {
						const { effect, handOver } = one.update;
						if (handOver === undefined) throw new Error('told without the order');
						const isCreate = effect === 'create';
						const told = isCreate ? { omsOrder: oms.create(handOver) } : {};
						const isTaken = isCreate || oms.cancel(handOver.key);
						// Of some the answer is lost.
						const isLost = isCreate && turn % 4 === 0;
						await (isLost || !isTaken
							? process.failUpdate(one, failure(isTaken ? 'unavailable' : 'rejected'))
							: process.completeUpdate(one, 'told', told));
						if (isLost) await hub.becomeDue();
					}
				}
			}
			async function ship() {
				while (!isOver) {
					for (const one of oms.all()) {
						if (Number(one.order) % 3 !== 0) oms.ship(one, { isAll: false, number: 'T1' });
					}
					await read();
				}
			}
			async function read() {
				const run = await hub.beginFulfilments();
				const page = { run, orders: oms.page(), next: null, watermark };
				await hub.ledger.endSync((await hub.ledger.importFulfilments(page)).run, null);
			}
			async function tell(process: typeof hub.ledger) {
				for (let idle = 0; !isOver || idle < 3; ) {
					const claims = await process.claimUpdates('ikas-tr', 3);
					idle = claims.length === 0 ? idle + 1 : 0;
					for (const one of claims) {
						heard.push(`${one.update.order} ${one.update.channelStatus}`);
						await process.completeUpdate(one, 'told');
					}
				}
			}
			async function sell(process: typeof hub.ledger) {
				for (const id of ids) {
					await process.importOrders('ikas-tr', [placed(id, { lines })]);
					await process.routeWaiting('ikas-tr', 50);
				}
				for (const id of ids.filter((one) => Number(one) % 3 === 0)) {
					await process.changeStatus('ikas-tr', id, 'cancelled');
				}
				isOver = true;
			}
			const [one, two] = [await hub.again(), await hub.again()];
			await Promise.all([
				...[sell(one), ship(), tell(two)],
				...[hub.ledger, one, two].map((process, worker) => giveOrders(process, worker)),
			]);
			await hub.becomeDue();
			isOver = true;
			await giveOrders(hub.ledger, 1);
			for (const each of oms.all()) oms.ship(each, { isAll: true, number: 'T2' });
			await read();
			await tell(hub.ledger);

			expect(new Set(oms.made).size).toBe(oms.made.length);
			expect(await hub.moved()).toEqual({ handed_over: -2 * oms.made.length });
			expect(await hub.reserved()).toEqual({});
			for (const id of ids) {
				const { status, lines: has } = await hub.order(id);
				const held = oms.of(id);
				const isGone = held === undefined || held.isCancelled;
				expect([id, status]).toEqual([id, isGone ? 'cancelled' : 'shipped']);
				const shipped = has.reduce((sum, each) => sum + each.shipped, 0);
				expect(shipped).toBe(held === undefined ? 0 : oms.shippedOf(held));
				if (Number(id) % 3 !== 0) expect(heard).toContain(`${id} SHIPPED`);
			}
		});
	},
);
