import { keepsStock } from '../domain/integrationType';
import type { Order } from '../domain/order';
import { raise } from './exceptions';
import { isHandedOver } from './handedOver';
import { openLines } from './lines';
import { consume, leave } from './reserving';
import type { Store } from './storeShapes';
import { run, type Work } from './statement';

/** The channel says that goods left which the hub had not reserved: their stock goes too, where any is kept and it is known from which hub. Answers the SKUs. */
export function* shipUnreserved(
	store: Store,
	id: number,
	order: Order,
	hub: string | null,
): Work<readonly string[]> {
	const from = hub ?? onlyHub(store);
	const lines = yield* openLines(store, [id]);
	const known = lines.filter((line) => line.sku !== null);
	const isKept = keepsStock(store.settings);
	if (isKept && lines.length > 0 && (from === null || known.length < lines.length)) {
		yield* raise({
			store: store.code,
			kind: 'shipped_outside',
			reference: order.id,
			cause: `Order ${order.number} was shipped outside the hub, and ${from === null ? 'the channel does not say from where' : 'some of its SKUs are not in the catalog'}.`,
			advice: 'Correct the stock at the hub that shipped it by hand, then dismiss this.',
			settingsVersion: store.version,
			order: id,
			payload: lines,
		});
	}
	if (from === null || known.length === 0) return [];
	yield* run('UPDATE orders SET hub = ? WHERE id = ?', from, id);
	const left = known.map(({ line, sku, quantity }) => ({
		order_id: id,
		line_id: line,
		seller: store.settings.seller,
		sku: sku ?? '',
		hub: from,
		quantity,
	}));
	if (!isKept || (yield* isHandedOver(id))) yield* leave(left);
	else yield* consume(left);
	return known.flatMap(({ sku }) => sku ?? []);
}

const onlyHub = ({ settings }: Store): string | null => {
	const hubs = new Set(settings.hubMap.map((row) => row.hub));
	return hubs.size === 1 ? ([...hubs][0] ?? null) : null;
};
