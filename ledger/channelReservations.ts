import { soldAs, standsFor } from './lines';
import { openStatuses } from './stillOpen';
import type { Store } from './storeShapes';
import type { Stretch } from './suspects';
import { elements, rows, type Work } from './statement';

/** Units of one SKU that the channel has reserved by itself, for orders that are still open there. */
export interface ChannelReservation {
	readonly sku: string;
	/** The hub that is to ship them, or null where that is not known yet. */
	readonly hub: string | null;
	readonly units: number;
}

/** What a line `l` stands for; where that is for a person to say, what it was sold as. */
const wanted = `COALESCE(${standsFor}, ${soldAs}, g.sku)`;

/**
 * An order that was edited too late is kept as it was: what the channel still has reserved of it only a person knows, and nothing
 * is added for it until then.
 */
const isAsSold = `NOT EXISTS (SELECT 1 FROM exceptions x WHERE x.store = o.store AND x.kind = 'order_edited'
	AND x.reference = o.channel_id AND x.state = 'open')`;

/**
 * What the channel takes off the figures of the store by itself (reference/the-iconic-sellercenter.md 6), for the SKUs of the
 * stretch: open lines of orders that neither the hub nor the channel says have left or are cancelled, also of those that are on hold,
 * parked or failed. Nothing where the store does not ask for it. What the hub has shipped no longer counts although the channel is
 * still to hear of it: until then it shows too little, which sells nothing twice, and then the figure is told again (`soldThere`).
 */
export function* reservationsIn(
	{ code, settings }: Store,
	{ after, upTo }: Pick<Stretch, 'after' | 'upTo'>,
): Work<readonly ChannelReservation[]> {
	if (!settings.addReservations) return [];
	return yield* rows<ChannelReservation>(
		`SELECT sku, hub, SUM(units) AS units FROM (
			SELECT ${wanted} AS sku, o.hub, l.ordered - l.cancelled - l.shipped AS units
			FROM orders o JOIN order_lines l ON l.order_id = o.id
			LEFT JOIN listings g ON g.store = o.store AND g.listing = l.listing
			WHERE o.store = ? AND l.line_id NOT LIKE 'hub:%' AND ${isAsSold} AND o.status IN {elements} AND COALESCE(o.mapped_status, 'created') IN {elements}
			UNION ALL SELECT ${wanted}, l.hub, l.quantity
			FROM (SELECT store, NULLIF(sku, '') AS sku, listing, hub, quantity FROM held_back WHERE store = ?) l
			LEFT JOIN listings g ON g.store = l.store AND g.listing = l.listing) r
		WHERE units > 0 AND sku > ? AND sku <= ? GROUP BY sku, hub`,
		code,
		elements(openStatuses),
		elements(openStatuses),
		code,
		after,
		upTo,
	);
}
