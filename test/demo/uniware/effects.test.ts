import type { UniwareCall } from '../../../sandbox/uniware/types';
import { exception } from '../outlet/support/books';
import { foundIn } from './support/books';
import { madeC, uniwareWith } from './support/uniwareBooks';

const call = (change: Partial<UniwareCall>): UniwareCall => ({
	...{ seq: 1, at: 1, wallAt: 1, ms: 0, kind: 'saleOrder/cancel', method: 'POST' },
	...{ path: '', user: 'api', facility: null, order: 'S-c', body: { saleOrderCode: 'S-c' } },
	...{ status: 200, code: null, fault: null, effect: 'cancelled', records: null },
	...change,
});

describe('the auditor of Uniware', () => {
	it('finds what was cancelled twice word for word, and not what was refused or of other units', () => {
		const found = (change: Partial<UniwareCall>) =>
			foundIn({ uniwareCalls: [call({}), call(change)] });
		expect(found({})).toEqual([
			'effectsDoubled: S-c was cancelled in Uniware 2 times word for word',
		]);
		expect(found({ effect: null })).toEqual([]);
		expect(found({ body: { saleOrderCode: 'S-c', saleOrderItemCodes: ['1'] } })).toEqual([]);
		expect(found({ kind: 'saleOrder/create' })).toEqual([]);
	});

	it('finds stock that the hub wrote there', () => {
		const adjusted = call({ kind: 'inventory/adjust/bulk', effect: 'adjusted', seq: 8 });
		expect(foundIn({ uniwareCalls: [adjusted] })).toEqual([
			'effectsDoubled: call 8 of the hub adjusted the stock of Uniware',
		]);
		expect(foundIn({ uniwareCalls: [{ ...adjusted, effect: null }] })).toEqual([]);
		expect(foundIn({ uniwareCalls: [{ ...adjusted, kind: 'inventorySnapshot/get' }] })).toEqual([]);
	});

	it('finds cancels that Uniware was to tell the channel of as well', () => {
		const told = (cancelledBy: 'api' | 'desk') =>
			foundIn({ uniware: uniwareWith([{ ...madeC, cancelledBy, cancelsTold: 1 }]) });
		expect(told('api')).toEqual([
			'effectsDoubled: Uniware was to tell the channel of the cancel of S-c, as the hub does',
		]);
		expect(told('desk')).toEqual([]);
	});

	it('finds Failed Orders that no person was told of', () => {
		const failed = { code: 'S-x', cause: 'SKU_NOT_MAPPED', units: {}, at: 1, tries: 1 };
		const uniware = uniwareWith([], { failedOrders: [failed] });
		const stuck =
			'stuck: S-x is a Failed Order in Uniware (SKU_NOT_MAPPED), and no person was told';
		expect(foundIn({ uniware })).toEqual([stuck]);
		expect(foundIn({ uniware, sql: exception('7', 'update_refused', 'uniware') })).toEqual([]);
		expect(foundIn({ uniware, sql: exception('7', 'update_refused') })).toEqual([stuck]);
	});
});
