import { uniware } from '../../channels/uniware/connector';
import type { OmsLevel } from '../../domain/oms';
import { failureOf } from './testShop';
import { stockedShop } from './uniwareShop';
import type { UniwareShop } from './uniwareShop';

describe('what Uniware may still promise', () => {
	let shop: UniwareShop;
	beforeEach(async () => {
		shop = await stockedShop();
	});
	afterEach(() => shop.close());

	const levels = async (...locations: string[]): Promise<readonly OmsLevel[]> => {
		const found: OmsLevel[] = [];
		for (let position: string | null = null; ; ) {
			const page = await uniware.oms.stock(shop.seller, locations, position);
			found.push(...page.levels);
			position = page.next;
			if (position === null) return found;
		}
	};

	it('is what is on the shelf, less what is sold and what is blocked', async () => {
		shop.sandbox.setStock([{ sku: 'BBB', quantity: 9, blocked: 2 }]);
		await shop.handedOver();
		expect(await levels('WH_MAIN', 'WH_SOUTH')).toEqual([
			{ listing: 'AAA', location: 'WH_MAIN', available: 3 },
			{ listing: 'BBB', location: 'WH_MAIN', available: 6 },
			{ listing: 'AAA', location: 'WH_SOUTH', available: 0 },
			{ listing: 'BBB', location: 'WH_SOUTH', available: 0 },
		]);
	});

	it('stays the same when what was sold leaves', async () => {
		const code = await shop.handedOver();
		const before = await levels('WH_MAIN');
		shop.sandbox.allocate(code);
		shop.sandbox.advance(code, { to: 'dispatched' });
		expect(await levels('WH_MAIN')).toEqual(before);
	});

	it('is below zero where too much was promised', async () => {
		shop.sandbox.setStock([{ sku: 'AAA', quantity: 1 }]);
		await shop.handedOver();
		expect((await levels('WH_MAIN'))[0]).toMatchObject({ available: -1 });
	});

	it('comes page by page, without what is switched off', async () => {
		shop.goods(230);
		shop.sandbox.seed([{ sku: 'OLD', enabled: false }]);
		const found = await levels('WH_MAIN');
		expect(new Set(found.map(({ listing }) => listing)).size).toBe(232);
		expect(found.some(({ listing }) => listing === 'OLD')).toBe(false);
	});

	it('is not asked for without a facility, or at one that there is not', async () => {
		expect((await failureOf(levels())).message).toMatch(/no facility is mapped/);
		expect((await failureOf(levels('NOWHERE'))).message).toMatch(/INVALID_FACILITY_CODE/);
	});
});
