import type { Listing } from '../../domain/listing';
import { engines, ikasStore } from '../support/ledgers';
import { omsDraft } from '../support/oms';
import { line, placed } from '../support/placed';
import { stockOut } from '../support/stockOut';

const listing = (id: string, sku: string | null = id, change: Partial<Listing> = {}): Listing => ({
	...{ id, sku, title: `Shirt ${id}` },
	...change,
});

describe.each(engines)('listings that cannot be used on $engine', ({ open }) => {
	const hub = ikasStore(open);
	const out = stockOut(hub);

	async function walk(store: string, ...listings: readonly Listing[]) {
		const run = await out.begin('catalog', store);
		const stored = await hub.ledger.importCatalog({ run, listings, next: null });
		await hub.ledger.endSync(stored.run, null);
		return stored.outcomes.map(({ id, outcome }) => `${id} ${outcome}`);
	}
	const known = async (store = 'oms') =>
		(await hub.ledger.getListings({ store, limit: 50 })).map(
			({ listing: id, sku, state }) => `${id} ${sku} ${state}`,
		);
	const reasons = async (store = 'oms') =>
		(await hub.ledger.getListings({ store, state: 'skipped', limit: 50 })).map(
			({ reason }) => reason,
		);
	const waiting = async (store = 'oms') =>
		(await hub.ledger.getExceptions(store, 50)).map(({ kind, cause }) => `${kind}: ${cause}`);
	const untracked = { unusable: 'its stock is not tracked' };

	test('are left out with the reason that the channel gives', async () => {
		expect(
			await walk('ikas-tr', listing('1', 'A', untracked), listing('2', null, untracked)),
		).toEqual(['1 skipped', '2 skipped']);
		expect(await reasons('ikas-tr')).toEqual(['its stock is not tracked', 'it has no SKU']);
		expect(await hub.exceptions()).toEqual([]);
		expect(await walk('ikas-tr', listing('1', 'A'))).toEqual(['1 created']);
	});

	test('that were usable go to a person, no stock is told to them, and they come back by themselves', async () => {
		await walk('ikas-tr', listing('1', 'A'), listing('2', 'B'));
		await out.push();
		expect(await walk('ikas-tr', listing('1', 'A', untracked), listing('2', 'B'))).toEqual([
			'1 exception',
			'2 unchanged',
		]);
		expect(await known('ikas-tr')).toEqual(['1 null skipped', '2 B linked']);
		expect(await waiting('ikas-tr')).toEqual([
			'listing_unusable: Listing "Shirt 1" was SKU "A" and cannot be used any more: its stock is not tracked.',
		]);
		await out.count(3);
		expect(await out.push()).toEqual([]);
		expect(await walk('ikas-tr', listing('1', 'A', untracked), listing('2', 'B'))).toEqual([
			'1 skipped',
			'2 unchanged',
		]);
		expect(await walk('ikas-tr', listing('1', 'A'))).toEqual(['1 created']);
		expect(await waiting('ikas-tr')).toEqual([]);
		expect(await out.push()).toEqual(['1 loc-ist: 3']);
	});

	test('take the exception about another SKU with them, and orders keep what they hold', async () => {
		await walk('ikas-tr', listing('listing-A', 'A'));
		await hub.take(placed('1', { lines: [line('1', 'A', 2)] }));
		await hub.route();
		await walk('ikas-tr', listing('listing-A', 'B'));
		expect(await hub.exceptions()).toEqual(['listing_sku_changed']);
		await walk('ikas-tr', listing('listing-A', 'B', untracked));
		expect(await hub.exceptions()).toEqual(['listing_unusable']);
		expect(await hub.reserved()).toEqual({ 'istanbul A': 2 });
	});

	describe('in the store of an OMS', () => {
		beforeEach(() => hub.ledger.saveStore(omsDraft()));

		test('are all that have one SKU, on one page or on two', async () => {
			const twice = 'SKU "S" is on other listings, too: ';
			expect(await walk('oms', listing('1', 'S'), listing('2', 'S'), listing('3'))).toEqual([
				'1 skipped',
				'2 skipped',
				'3 created',
			]);
			expect(await reasons()).toEqual([`${twice}"2"`, `${twice}"1"`]);
			const run = await out.begin('catalog', 'oms');
			const first = await hub.ledger.importCatalog({
				run,
				listings: [listing('1', 'S')],
				next: 'x',
			});
			expect(first.counts).toMatchObject({ skipped: 1 });
			const second = { run: first.run, listings: [listing('2', 'S')], next: null };
			expect((await hub.ledger.importCatalog(second)).counts).toMatchObject({ skipped: 1 });
		});

		test('are one that counted and the one that came to it: the first goes to a person', async () => {
			await walk('oms', listing('1', 'S'));
			expect(await walk('oms', listing('2', 'S'))).toEqual(['2 skipped']);
			expect(await known()).toEqual(['1 null skipped', '2 null skipped']);
			expect(await waiting()).toEqual([
				'listing_unusable: Listing "Shirt 1" was SKU "S" and cannot be used any more: SKU "S" is on other listings, too: "2".',
			]);
		});

		test('are used again once the other is gone, or has another SKU', async () => {
			await walk('oms', listing('1', 'S'), listing('2', 'S'));
			expect(await walk('oms', listing('1', 'S'), listing('2', 'M'))).toEqual([
				'1 created',
				'2 created',
			]);
			await walk('oms', listing('1', 'S'), listing('3', 'S'));
			await walk('oms', listing('3', 'S'));
			expect(await walk('oms', listing('3', 'S'))).toEqual(['3 created']);
			expect(await known()).toEqual(['2 M linked', '3 S linked']);
		});

		test('are told by what the OMS writes on them now, not by what they counted as', async () => {
			await walk('oms', listing('1', 'S'));
			expect(await walk('oms', listing('1', 'M'))).toEqual(['1 exception']);
			expect(await walk('oms', listing('2', 'S'))).toEqual(['2 created']);
			expect(await known()).toEqual(['1 S changed', '2 S linked']);
			expect(await walk('oms', listing('1', 'M'), listing('3', 'M'))).toEqual([
				'1 exception',
				'3 skipped',
			]);
			expect(await known()).toEqual(['1 null skipped', '2 S linked', '3 null skipped']);
		});

		test('are not what a person linked: that is the one', async () => {
			await walk('oms', listing('1', 'S'), listing('2', 'other'));
			await hub.ledger.linkListings('oms', [{ listing: '2', sku: 'S' }]);
			expect(await walk('oms', listing('1', 'S'), listing('2', 'other'))).toEqual([
				'1 exception',
				'2 unchanged',
			]);
			expect(await known()).toEqual(['1 null skipped', '2 S linked']);
		});
	});
});
