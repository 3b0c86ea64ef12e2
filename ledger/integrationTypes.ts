import { refused } from '../domain/failure';
import { integrationTypeLabels, keepsStock } from '../domain/integrationType';
import { shown } from '../domain/sku';
import type { StoreSettings } from '../domain/store';
import { mostNumbers, openStatuses, stillOpen, type OpenOrder } from './stillOpen';
import type { StoreDraft } from './storeShapes';
import { elements, rows, run, type Work } from './statement';

/**
 * From here on the hub keeps stock for the store, or none; belongs into the transaction that saves the store. Refused while orders
 * have a hub that have not left it: what they hold, or do not hold, would not fit any more. Those on hold follow.
 */
export function* keepIntegrationType(
	{ code, settings }: Pick<StoreDraft, 'code' | 'settings'>,
	before: StoreSettings | undefined,
): Work<void> {
	const { integrationType } = settings;
	if (integrationType === (before?.integrationType ?? 'full')) return;
	const open = yield* rows<OpenOrder>(
		`SELECT number, COUNT(*) OVER () AS total FROM orders WHERE store = ? AND status IN {elements}
			AND EXISTS (SELECT 1 FROM parcels p WHERE p.order_id = orders.id AND p.shipped_at IS NULL)
		ORDER BY placed_at, id LIMIT ?`,
		code,
		elements(openStatuses),
		mostNumbers,
	);
	if (open.length > 0) {
		throw refused(
			`Store ${shown(code)} was not saved: Integration Type would become ${integrationTypeLabels[integrationType]}, and ${stillOpen(open)}. Ship or cancel them, or put on hold what nobody picks yet, save again, and release it.`,
		);
	}
	yield* run(
		'UPDATE stores SET shipping_only = ? WHERE code = ?',
		keepsStock(settings) ? 0 : 1,
		code,
	);
	yield* run(
		`UPDATE orders SET status = 'created' WHERE store = ? AND status = 'on_hold'
			AND hold_reason IN ('inventory_not_present', 'not_able_to_route', 'sku_not_valid')`,
		code,
	);
}
