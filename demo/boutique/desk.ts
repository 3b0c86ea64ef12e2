import type { Site } from '../site';

/** What quality control found of a return. */
export interface Found {
	readonly found: 'passed' | 'failed';
	readonly restock: boolean;
}

/** What people do at a desk of the hub: they work the queues of orders on hold, and see to what comes back. */
export const deskAt = ({ warehouse, store }: Site) => {
	const orders =
		(path: string) =>
		(ids: readonly string[], more: object = {}) =>
			warehouse.tell(
				path,
				ids.map((id) => ({ store, id, ...more })),
			);
	const returns =
		(path: string) =>
		(codes: readonly string[], more: object = {}) =>
			warehouse.tell(
				path,
				codes.map((code) => ({ code, ...more })),
			);
	const check = returns('boutique-return-check');
	return {
		saveRules: (code: string, rules: readonly object[]) =>
			warehouse.tell('boutique-rules', [{ code, rules }]),
		approve: orders('boutique-approve'),
		hold: orders('boutique-hold'),
		release: orders('boutique-release'),
		route: (ids: readonly string[], hub: string) => orders('boutique-route')(ids, { hub }),
		/** A customer writes that they send the whole order back. */
		requestReturn: (id: string, code: string, reason: string) =>
			orders('boutique-return-request')([id], { code, reason }),
		approveReturns: returns('boutique-return-approve'),
		rejectReturns: (codes: readonly string[], reason: string) =>
			returns('boutique-return-reject')(codes, { reason }),
		orderReturns: returns('boutique-return-order'),
		receiveReturns: returns('boutique-return-receive'),
		checkReturns: (codes: readonly string[], found: Found) => check(codes, found),
		refundReturns: returns('boutique-return-refund'),
	};
};
