import { inspect } from 'node:util';
import { findSecrets } from '../../demo/findSecrets';
import type { ShopifyFaults, ShopifyOptions } from '../../sandbox/shopify/types';
import { n8nFolder } from '../support/n8nFolder';
import { sold, soldOnIconic } from '../support/soldOnIconic';
import { dyingAfter, templateOf, tick } from '../support/templates';

const template = 'theIconicToShopify/sync-stock';
const many = 2_600;

describe.each<ShopifyOptions['bulkReads']>(['first', 'last'])(
	'the stock of a large catalogue, its figures read %s',
	(bulkReads) => {
		const on = soldOnIconic({ bulkReads });
		beforeEach(async () => {
			for (let at = 0; at < many; at += 100) {
				on.at.shopify.seed([
					{
						variants: Array.from({ length: 100 }, (_, of) => ({
							...{ sku: `M-${at + of}`, stocks: { Sydney: 1 } },
						})),
					},
				]);
			}
		});
		const read = () => on.read('stock');
		const pass = (ms: number) => void on.at.shopify.clock.advance(ms);
		const seenOf = async () => {
			const [row] = await on.at.shop.sql(
				"SELECT SUM(on_hand) AS n FROM stock WHERE hub = 'sydney' AND sku LIKE 'M-%'",
			);
			return Number(row?.n);
		};
		const catalog = async () => {
			// One execution does not read all of its pages.
			for (let times = 0; times < 2; times++) {
				const done = await on.at.shop.tick('shopify/sync-catalog');
				expect(done.run.data.resultData.error).toBeUndefined();
			}
		};

		test('comes in with two executions, none of which waits', async () => {
			await catalog();
			await read();
			pass(60_000);
			await read();
			expect(await seenOf()).toBe(many);
			const runs = await on.at.shop.sql(
				"SELECT state FROM sync_runs WHERE kind = 'stock' ORDER BY id DESC LIMIT 2",
			);
			expect(runs).toEqual([{ state: 'done' }, { state: 'paused' }]);
		});

		test('G9: what was handed over while the operation ran is not offered twice', async () => {
			await read();
			pass(5_000);
			await on.handedOver(sold('7001'));
			expect(on.at.availableOf('TEE-M')).toBe(8);
			pass(60_000);
			// The sandbox's clock was moved on, the database's was not.
			const older = async (what: string, column: string) =>
				await on.at.shop.sql(`UPDATE ${what} SET ${column} = ${column} - 300000`);
			await older('stock', 'counted_at');
			await read();
			const [sydney] = (await on.at.stockOf('TEE-M')).slice(-1);
			const left = Number(/sydney: (-?\d+)\//.exec(sydney ?? '')?.[1]);
			// Nobody knows when the row was read: two units too few until the next walk, and never two too many.
			expect(left).toBeLessThanOrEqual(8);
			expect(left).toBe(bulkReads === 'first' ? 8 : 6);
			await older('movements', 'at');
			await read();
			pass(60_000);
			await read();
			expect(await on.at.stockOf('TEE-M')).toContain('sydney: 8/0');
		});

		test.each(['Get Page', 'Import'])(
			'is read to its end though n8n dies after %s',
			async (node) => {
				await catalog();
				await on.at.shop.sql('UPDATE syncs SET due_at = 0, lease_until = 1');
				for (let times = 0; times < 4; times++) {
					await on.at.shop.sql('UPDATE syncs SET due_at = 0, lease_until = 1');
					await tick(dyingAfter(templateOf(template), node), on.at.shop.credentials);
					pass(20_000);
				}
				for (let times = 0; times < 4; times++) {
					await read();
					pass(30_000);
				}
				expect(await seenOf()).toBe(many);
				const begun = on.at.shopify
					.calls()
					.filter(({ fields }) => fields.includes('bulkOperationRunQuery'));
				expect(begun.length).toBeLessThanOrEqual(3);
			},
		);

		test('tells nobody where its result lies, whatever fails', async () => {
			await catalog();
			const told: unknown[] = [];
			const withFaults = async (faults: ShopifyFaults) => {
				told.push(await read());
				pass(60_000);
				on.at.shopify.setFaults({ ...faults, only: 'storage' });
				const { run } = await on.at.shop.tick(template);
				on.at.shopify.setFaults({});
				told.push(run);
				return run.data.resultData.error?.message;
			};
			for (const faults of [{ torn: 1 }, { cutOff: 1 }, { rate500: 1 }]) {
				expect(await withFaults({ ...faults, forTheNext: 1 })).toBeUndefined();
			}
			const said = await withFaults({ dropBefore: 1 });
			expect(said).toMatch(/keeps its documents.*did not answer/);
			expect(inspect(told, { depth: 30, showHidden: true })).not.toMatch(/Signature=|bulk-results/);
			const ways = ['Signature=', 'bulk-results'];
			expect(findSecrets(n8nFolder, { secret: on.at.shopify.issuedTokens(), ways })).toEqual([]);
			const stored = on.at.shopify.calls().filter(({ kind }) => kind === 'storage');
			expect(stored.map(({ status }) => status)).toContain(206);
			// A token there is refused by the sandbox.
			expect(stored.map(({ status }) => status)).not.toContain(400);
		}, 180_000);
	},
);
