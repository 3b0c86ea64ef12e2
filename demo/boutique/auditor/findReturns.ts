import type { Finding } from '../../auditor/facts';
import type { LedgerRows } from '../../auditor/ledger';
import { inWords, sum } from '../../auditor/units';

/** More back than ever left, more for sale again than was found good, and what came back and nobody looks at any more. */
export const findReturns = (ledger: LedgerRows): readonly Finding[] =>
	ledger.orders.flatMap(({ id, number, status }): readonly Finding[] => {
		const rows = ledger.returns.filter(({ order_id }) => order_id === id);
		if (rows.length === 0) return [];
		const left = sum(
			ledger.lines
				.filter(({ order_id }) => order_id === id)
				.map(({ sku, shipped }) => [sku ?? '', shipped]),
		);
		const back = sum(rows.map(({ sku, passed, failed }) => [sku, passed + failed]));
		const isMore = [...back].some(([sku, units]) => units > (left.get(sku) ?? 0));
		const unfit = rows.filter(({ restocked, passed }) => restocked > passed);
		const waits = rows.filter(({ state }) => /^(approved|ordered|received)$/.test(state));
		const isBack = /^(returned|partial_return)$/.test(status);
		const isEmpty = [...back.values()].every((units) => units === 0);
		return [
			...unless(!isMore, 'doubled', `order ${number}: ${inWords(back)} back of ${inWords(left)}`),
			...unfit.map(({ code, sku, restocked, passed }) =>
				finding('oversold', `${code}: ${restocked} of ${sku} for sale again, and ${passed} good`),
			),
			...waits.map(({ code, state }) => finding('stuck', `${code} is ${state} to the end`)),
			...unless(
				isBack || isEmpty,
				'lost',
				`order ${number} is ${status}, and ${inWords(back)} came back`,
			),
		];
	});

const finding = (kind: Finding['kind'], what: string): Finding => ({ kind, what });

const unless = (holds: boolean, kind: Finding['kind'], what: string): readonly Finding[] =>
	holds ? [] : [finding(kind, what)];
