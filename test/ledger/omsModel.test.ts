import fc from 'fast-check';
import { engines, type OpenLedger } from '../support/ledgers';
import { orders, omsWorld, type OmsStep } from '../support/omsWorld';

const step = fc.record({
	does: fc.constantFrom(
		...(['sell', 'sell', 'route', 'route', 'claim', 'claim', 'send', 'send', 'send'] as const),
		...(['lose', 'fail', 'ship', 'ship', 'track', 'read', 'read', 'tell'] as const),
		...(['cancelThere', 'cancelHere', 'cancelInOms', 'hold', 'hold', 'lapse', 'due'] as const),
		...(['cutThere', 'cutThere', 'cutInOms', 'cutInOms'] as const),
	),
	order: fc.constantFrom(...orders),
	units: fc.constantFrom(1, 2, 9),
	worker: fc.nat({ max: 2 }),
	limit: fc.constantFrom(1, 2, 50),
	isOne: fc.boolean(),
});
type Step = typeof step extends fc.Arbitrary<infer One> ? One : never;
type World = Awaited<ReturnType<typeof omsWorld>>;

/** Ten of A and of B at each of two hubs. */
const had = 20;

describe.each(engines)(
	'orders between a channel and an OMS on $engine, whoever does what when',
	(at) => {
		test('G6, G7, G9: none is lost, none is made twice, nothing is promised or taken twice', async () => {
			await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 20, maxLength: 80 }), play), {
				numRuns: at.engine === 'SQLite' ? 60 : 12,
				endOnFailure: true,
			});
		}, 300_000);

		async function play(steps: readonly Step[]) {
			const hub = await at.open();
			try {
				const world = await omsWorld(hub);
				for (const one of steps) {
					await world.actions[one.does](one);
					await compare(hub, world);
				}
				await carry(world);
				await withdrawn(hub, world);
				await finish(world);
				await compare(hub, world);
				await settled(hub, world);
			} finally {
				await hub.close();
			}
		}
	},
);

/** What holds at every moment. */
async function compare({ sql }: OpenLedger, { oms }: World) {
	expect(new Set(oms.made).size).toBe(oms.made.length);
	expect(
		await sql(
			`SELECT order_id FROM outbox WHERE effect = 'create' AND state <> 'superseded'
			GROUP BY order_id HAVING COUNT(*) > 1`,
		),
	).toEqual([]);
	const stock = await sql(
		`SELECT sku, SUM(on_hand) AS there, SUM(reserved) AS reserved, (SELECT COALESCE(SUM(-m.change), 0) FROM movements m
			WHERE m.sku = stock.sku AND m.kind = 'handed_over') AS given,
			(SELECT COALESCE(SUM(r.quantity), 0) FROM reservations r WHERE r.sku = stock.sku) AS held
		FROM stock GROUP BY sku ORDER BY sku`,
	);
	for (const { there, given, reserved, held } of stock) {
		expect(Number(there) + Number(given)).toBe(had);
		expect(Number(reserved)).toBe(Number(held));
	}
	expect(await sql("SELECT kind FROM movements WHERE kind <> 'handed_over'")).toEqual([]);
	// Each handed-over order has taken its own units once, but for what was cancelled before, and holds none.
	const taken = `COALESCE((SELECT SUM(-m.change) FROM movements m WHERE m.reference = 'handed over ' || h.key), 0)`;
	const unitsOf = (what: string) => `CASE WHEN h.handed_over_at IS NULL THEN 0
		ELSE (SELECT SUM(${what}) FROM order_lines l WHERE l.order_id = h.order_id) END`;
	const wrong = await sql(
		`SELECT h.key FROM oms_orders h WHERE ${taken} > ${unitsOf('l.ordered')}
			OR ${taken} < ${unitsOf('l.ordered - l.cancelled')}
			OR (h.handed_over_at IS NOT NULL AND EXISTS (SELECT 1 FROM reservations r WHERE r.order_id = h.order_id))`,
	);
	expect(wrong).toEqual([]);
	// Nobody is promised what is not there, but orders that the OMS may have taken already.
	const oversold = await sql(
		`SELECT s.sku, s.hub FROM stock s WHERE s.reserved > s.on_hand AND EXISTS (SELECT 1 FROM reservations r
			WHERE r.sku = s.sku AND r.hub = s.hub AND r.order_id NOT IN (SELECT order_id FROM oms_orders))`,
	);
	expect(oversold).toEqual([]);
}

const alone: OmsStep = { order: 'a', units: 1, worker: 2, limit: 50, isOne: false };

/** Everybody has died, everything is due, and the last worker has luck. */
async function carry({ actions }: World) {
	for (const act of ['lapse', 'due', 'route', 'claim'] as const) await actions[act](alone);
	for (let each = 0; each < 100; each++) await actions.send(alone);
}

/** The OMS has heard of every cancel before it shipped anything, if it had the order. */
async function withdrawn({ sql }: OpenLedger, { oms }: World) {
	for (const { id } of await sql(
		"SELECT channel_id AS id FROM orders WHERE status = 'cancelled'",
	)) {
		const held = oms.of(String(id));
		const isGone =
			held === undefined || held.isCancelled || oms.shippedOf(held) > 0 || oms.isEmpty(held);
		expect([id, isGone]).toEqual([id, true]);
	}
}

/** Nobody holds anything back any more, and the OMS ships all that it has. */
async function finish(world: World) {
	const { actions, oms } = world;
	for (const order of orders) await actions.hold({ ...alone, order });
	for (let round = 0; round < 3; round++) {
		await carry(world);
		for (const one of oms.all()) await actions.ship({ ...alone, order: one.order });
		await actions.read();
	}
	for (let round = 0; round < 20; round++) await actions.tell();
}

/** What holds once all has come to rest. */
async function settled({ sql }: OpenLedger, { oms, heard }: World) {
	expect(
		await sql("SELECT id FROM outbox WHERE state IN ('pending', 'claimed', 'waiting')"),
	).toEqual([]);
	// A line that is cancelled alone is no edit that somebody has to follow.
	expect(await sql("SELECT cause FROM exceptions WHERE kind = 'order_edited'")).toEqual([]);
	const known = await sql(
		`SELECT o.channel_id AS id, o.status, (SELECT SUM(l.shipped) FROM order_lines l WHERE l.order_id = o.id) AS shipped,
			(SELECT SUM(l.shipped) FROM order_lines l WHERE l.order_id = o.id AND l.shipped > l.ordered - l.cancelled) AS over,
			${keptOf('A')} AS a, ${keptOf('B')} AS b,
			(SELECT COUNT(*) FROM oms_parcels p WHERE p.order_id = o.id) AS linked,
			(SELECT COUNT(*) FROM parcels p WHERE p.order_id = o.id AND p.shipped_at IS NOT NULL) AS parcels
		FROM orders o ORDER BY o.channel_id`,
	);
	for (const { id, status, shipped, over, a, b, linked, parcels } of known) {
		const held = oms.of(String(id));
		// What was cancelled and left the OMS all the same is for a person.
		const [left, ...rest] = [oms.shippedOf(held, [Number(a), Number(b)]), oms.shippedOf(held)];
		expect([id, Number(shipped), over]).toEqual([id, left, null]);
		const isAll = rest.every((all) => all === left);
		const there = held?.parcels.length ?? 0;
		for (const count of [Number(linked), Number(parcels)]) {
			if (isAll) expect([id, count]).toEqual([id, there]);
			else expect(count).toBeLessThanOrEqual(there);
		}
		const isOver = held === undefined || held.isCancelled || oms.isEmpty(held);
		expect([id, status]).toEqual([id, isOver ? 'cancelled' : 'shipped']);
		const said = heard.filter((one) => one.startsWith(`${id} `));
		const isTold = said.includes(`${id} SHIPPED`) || said.includes(`${id} CANCELLED`);
		// A channel that cancelled itself needs no word.
		if (status === 'shipped')
			expect([id, isTold || (await isCancelledThere(sql, id))]).toEqual([id, true]);
	}
}

/** SQL: units of a SKU of an order `o` that are not cancelled. */
const keptOf = (sku: string) =>
	`(SELECT SUM(l.ordered - l.cancelled) FROM order_lines l WHERE l.order_id = o.id AND l.sku = '${sku}')`;

const isCancelledThere = async (sql: OpenLedger['sql'], id: unknown) =>
	(
		await sql(
			"SELECT id FROM orders WHERE channel_id = ? AND mapped_status = 'cancelled'",
			String(id),
		)
	).length > 0;
