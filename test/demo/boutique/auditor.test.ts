import { audit, type Audit } from '../../../demo/auditor/audit';
import type { PhysicalStock } from '../../../demo/auditor/facts';
import { readLedger } from '../../../demo/auditor/ledger';
import { boutiqueView } from '../../../demo/boutique/auditor/boutiqueView';
import { channelWith, facts, ledgerWith } from '../ikas/support/books';

const back = (quantity: number): PhysicalStock => ({
	...{ seller: 'acme', sku: 'MUG', hub: 'izmir' },
	units: quantity,
});

/** Order 3, of three mugs that were shipped, is back: two are for sale again, one is damaged. */
const returned = `
	UPDATE orders SET status = 'returned' WHERE id = 3;
	INSERT INTO returns VALUES (1, 'ikas', 3, 'back-1003', 'checked');
	INSERT INTO return_lines VALUES (1, 'c1', 'MUG', 2, 1, 2);
	UPDATE stock SET on_hand = on_hand + 2;
`;

const auditOf = (planted = '', state = channelWith()): Audit => {
	const ledger = readLedger(ledgerWith(`${returned} ${planted}`), 'ikas');
	const told = { ...facts, physical: [...facts.physical, back(2)] };
	const evidence = { state, calls: [], ledger, facts: told };
	return audit({ ledger, facts: told, channel: boutiqueView(evidence) });
};

const events = (...of: readonly (readonly [type: string, detail: string])[]) =>
	of
		.map(
			([type, detail]) =>
				`INSERT INTO events (store, order_id, type, detail) VALUES ('ikas', 1, '${type}', '${detail}');`,
		)
		.join('');

// Two mugs more are free, and the shop shows them.
const shown = 'UPDATE stock SET safety_stock = safety_stock + 2;';

describe('the auditor of the hub as its own order system', () => {
	it('finds nothing in clean books, and counts what came back', () => {
		const { findings, counts } = auditOf(shown);
		expect(findings).toEqual([]);
		expect(counts).toMatchObject({ returned: 1, restocked: 2 });
	});

	it.each([
		['more came back than ever left', 'doubled', 'UPDATE return_lines SET passed = 3'],
		['more is for sale again than was good', 'oversold', 'UPDATE return_lines SET restocked = 3'],
		['it was put on sale twice', 'oversold', 'UPDATE stock SET on_hand = on_hand + 2'],
		['nobody checked it', 'stuck', "UPDATE returns SET state = 'received'"],
		['its order does not know', 'lost', "UPDATE orders SET status = 'shipped' WHERE id = 3"],
	])('sees that %s', (_, kind, planted) => {
		expect(auditOf(`${shown} ${planted};`).findings.map((one) => one.kind)).toContain(kind);
	});

	it.each([
		['heldAndReleased', [['order_on_hold', 'inventory_not_present']]],
		['heldAndReleased', [['order_released', 'forceful_on_hold']]],
		['approved', [['order_approved', 'require_manual_approval']]],
		['manuallyRouted', [['order_on_hold', 'not_able_to_route']]],
	] as const)('counts orders as %s only once they have a hub', (name, before) => {
		expect(auditOf(events(...before)).counts[name]).toBe(0);
		expect(auditOf(events(['order_assigned', 'izmir'], ...before)).counts[name]).toBe(0);
		expect(auditOf(events(...before, ['order_assigned', 'izmir'])).counts[name]).toBe(1);
	});

	it('counts as cancelled by itself what was held, and what the hub has cancelled on the channel', () => {
		const held = events(['order_on_hold', 'inventory_not_present']).replace(', 1,', ', 2,');
		const state = channelWith({
			...{ id: 'b', number: '1002', quantity: 1, status: 'CANCELLED' },
			events: [
				{
					...{ at: 300, what: 'lines_cancelled', package: null, status: 'CANCELLED', tracking: null },
					...{ lines: [{ id: 'b1', sku: 'MUG', quantity: 1 }], byApi: true },
				},
			],
		});
		expect(auditOf(held).counts.autoCancelled).toBe(0);
		expect(auditOf('', state).counts.autoCancelled).toBe(0);
		expect(auditOf(held, state).counts.autoCancelled).toBe(1);
	});
});
