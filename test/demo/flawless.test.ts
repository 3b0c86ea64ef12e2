import type { Audit } from '../../demo/auditor/audit';
import { isFlawless, missed } from '../../demo/flawless';

const good = {
	ordersPlaced: 300,
	parked: 5,
	lost: 0,
	doubled: 0,
	oversold: 0,
	effectsDoubled: 0,
	stuck: 0,
	idlePollCalls: 2,
	idlePushCalls: 0,
	restored: 1,
};

const expected = { exactly: { idlePollCalls: 2 }, least: { restored: 1 } };

const counted = (change: Partial<typeof good>, findings: Audit['findings'] = []): Audit => ({
	counts: { ...good, ...change } as Audit['counts'],
	findings,
});

const verdict = (change: Partial<typeof good> = {}, findings: Audit['findings'] = []) =>
	isFlawless(counted(change, findings), expected);

describe('an audit', () => {
	it('is flawless when everything happened and nothing went wrong', () => {
		expect(verdict()).toBe(true);
	});

	it.each([
		['something was lost', { lost: 1 }],
		['something happened too seldom', { parked: 4 }],
		['a rare thing never happened', { restored: 0 }],
		['an idle poll took more calls than it may', { idlePollCalls: 3 }],
		['an idle poll took fewer calls than it must', { idlePollCalls: 1 }],
		['an idle push made a call', { idlePushCalls: 1 }],
	])('is not when %s', (_, change) => {
		expect(verdict(change)).toBe(false);
	});

	it('names each count that is not as it has to be', () => {
		expect(missed(counted({ lost: 1, restored: 0 }), expected)).toEqual([
			'lost: 1, not 0',
			'restored: 0, not 1',
		]);
	});

	it('is not when something was found, whatever was counted', () => {
		expect(verdict({}, [{ kind: 'stuck', what: 'a run' }])).toBe(false);
	});
});
