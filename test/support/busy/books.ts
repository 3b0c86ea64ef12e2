const holding = `('hub_assigned', 'new_order', 'picked', 'consolidated', 'packed', 'ready_to_ship', 'ready_for_handover')`;

const inParcels = `SELECT p.order_id, l.line_id, p.hub, l.sku, l.quantity FROM parcels p
	JOIN parcel_lines l ON l.parcel_id = p.id WHERE p.shipped_at IS NULL`;
const inReservations = 'SELECT order_id, line_id, hub, sku, quantity FROM reservations';

const told = `SELECT id, order_id, content_key, ended_at FROM outbox WHERE state = 'done'`;

/** What must be true at any time, as the rows that would say otherwise. */
export const books = {
	'reservations add up to what is reserved': `SELECT s.sku, s.hub, s.reserved FROM stock s WHERE s.reserved <> (SELECT COALESCE(SUM(r.quantity), 0)
		FROM reservations r WHERE r.seller = s.seller AND r.sku = s.sku AND r.hub = s.hub)`,
	'every reservation has its stock': `SELECT r.sku, r.hub FROM reservations r LEFT JOIN stock s
		ON r.seller = s.seller AND r.sku = s.sku AND r.hub = s.hub WHERE s.sku IS NULL`,
	'what is reserved is in a parcel': `${inReservations} EXCEPT ${inParcels}`,
	'what is in a parcel is reserved': `${inParcels} EXCEPT ${inReservations}`,
	'nobody whose goods are unpicked holds what is not there': `SELECT o.channel_id, r.sku, r.hub, s.on_hand, s.reserved, s.safety_stock
		FROM reservations r JOIN orders o ON o.id = r.order_id JOIN stock s ON s.seller = r.seller AND s.sku = r.sku AND s.hub = r.hub
		WHERE s.reserved + s.safety_stock > s.on_hand AND NOT EXISTS (SELECT 1 FROM parcels p
			WHERE p.order_id = o.id AND p.status NOT IN ('hub_assigned', 'new_order'))`,
	'only orders that a hub has hold anything': `SELECT o.channel_id, o.status FROM orders o
		WHERE o.status NOT IN ${holding} AND EXISTS (SELECT 1 FROM reservations r WHERE r.order_id = o.id)`,
	'an order that a hub has holds all that is open of it, and no more': `SELECT o.channel_id, o.status, l.line_id, l.ordered - l.cancelled - l.shipped AS units
		FROM orders o JOIN order_lines l ON l.order_id = o.id WHERE o.status IN ${holding}
			AND l.ordered - l.cancelled - l.shipped <> (SELECT COALESCE(SUM(r.quantity), 0) FROM reservations r
				WHERE r.order_id = l.order_id AND r.line_id = l.line_id)`,
	'what was shipped has left its hub once': `SELECT sku, SUM(units) AS units FROM (
			SELECT sku, change AS units FROM movements WHERE kind = 'shipped'
			UNION ALL SELECT sku, shipped FROM order_lines WHERE shipped > 0) u GROUP BY sku HAVING SUM(units) <> 0`,
	'what has left a hub was in a parcel': `SELECT sku, hub, SUM(units) AS units FROM (
			SELECT sku, hub, change AS units FROM movements WHERE kind = 'shipped'
			UNION ALL SELECT l.sku, p.hub, l.quantity FROM parcels p JOIN parcel_lines l ON l.parcel_id = p.id
				WHERE p.shipped_at IS NOT NULL) u GROUP BY sku, hub HAVING SUM(units) <> 0`,
	'every order is there once': `SELECT store, channel_id FROM (
			SELECT store, channel_id FROM orders UNION ALL SELECT store, channel_id FROM parked) o
		GROUP BY store, channel_id HAVING COUNT(*) > 1`,
	'one update of an order is being sent at a time': `SELECT order_id FROM outbox
		WHERE state = 'claimed' AND lease_until > {now} GROUP BY order_id HAVING COUNT(*) > 1`,
	'an adjustment counts once': `SELECT sku, hub, reference FROM movements WHERE reference IS NOT NULL
		GROUP BY sku, hub, reference HAVING COUNT(*) > 1`,
} as const;

/** To be asked about the outbox alone: `id`s that a person sent again come late. */
export const toldUpdates = `${told} ORDER BY order_id, id`;

export const heldOrders = `SELECT o.id, o.store, o.channel_id, o.body FROM orders o
	WHERE o.status = 'on_hold' AND o.hold_reason = 'inventory_not_present'`;
