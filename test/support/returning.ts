import type { Ledger } from '../../ledger/ledger';
import type { ReturnDraft, ReturnState } from '../../ledger/returnShapes';
import type { OpenLedger } from './ledgers';
import { line, placed } from './placed';
import { everyStep, tellingStore } from './telling';

export const returnDraft = (change: Partial<ReturnDraft> = {}): ReturnDraft => ({
	...{ store: 'ikas-tr', order: '1', code: 'R1', kind: 'customer' },
	...{ reason: 'too small', lines: [] },
	...change,
});

export const asItIs = { hub: null, returnOrder: null, tracking: null };
export const whole = { lines: [], refundable: null };

/** Units of a line, with why they come back. */
export const units = (lineId: string, quantity: number, reason = '') => ({
	...{ line: lineId, quantity, reason },
});

/** Brings a return as far as that. */
export async function sendBack(
	ledger: Ledger,
	state: ReturnState,
	change: Partial<ReturnDraft> = {},
): Promise<string> {
	const { code } = await ledger.requestReturn(returnDraft(change));
	if (state === 'requested') return code;
	if (change.kind !== 'courier') await ledger.approveReturn(code, whole);
	if (state === 'approved') return code;
	await ledger.orderReturn(code, asItIs);
	if (state === 'ordered') return code;
	await ledger.receiveReturn(code);
	return code;
}

/** A furnished ledger whose channel hears of returns, and what tests of them do with it. */
export function returningStore(open: () => Promise<OpenLedger>) {
	const hub = tellingStore(open, {
		workspaceStatusMap: [
			...everyStep,
			{ hubStatus: 'return_in_progress', channelStatus: 'RETURNING' },
			{ hubStatus: 'partial_return', channelStatus: 'PARTLY' },
			{ hubStatus: 'returned', channelStatus: 'RETURNED' },
		],
	});
	return Object.assign(hub, {
		/** Orders with two units of A and one of B that left Istanbul, of which the channel was told all so far. */
		async delivered(...ids: readonly string[]) {
			await hub.take(
				...ids.map((id) =>
					placed(id, { location: 'loc-ist', lines: [line('1', 'A', 2), line('2', 'B')] }),
				),
			);
			await hub.route();
			for (const id of ids) await hub.move(id, 'shipped', 'delivered');
			await hub.send();
		},
		request: (change: Partial<ReturnDraft> = {}) => hub.ledger.requestReturn(returnDraft(change)),
		back: (state: ReturnState, change: Partial<ReturnDraft> = {}) =>
			sendBack(hub.ledger, state, change),
		/** What is on hand in Istanbul. */
		onHand: async (sku: string) =>
			(await hub.ledger.getStock('acme', sku)).find((one) => one.hub === 'istanbul')?.onHand,
		/** Where the order and its parcels stand, and how many units of each line came back. */
		async standing(id = '1') {
			const { status, parcels, lines } = await hub.order(id);
			return [status, parcels.map((one) => one.status), lines.map(({ returned }) => returned)];
		},
		/** What the order's log says of returns. */
		events: async () =>
			(await hub.ledger.getEvents({ stores: [], types: [], limit: 500 })).flatMap(
				({ type, detail, order }) =>
					type.startsWith('return_') ? [`${order?.id} ${type} ${detail}`] : [],
			),
	});
}
