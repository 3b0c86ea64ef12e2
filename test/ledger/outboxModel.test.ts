import fc from 'fast-check';
import { engines, type OpenLedger } from '../support/ledgers';
import { orders, outboxWorld } from '../support/outboxWorld';

const step = fc.record({
	does: fc.constantFrom(
		...(['advance', 'advance', 'track', 'cancel', 'claim', 'claim', 'claim', 'hold'] as const),
		...([
			'complete',
			'complete',
			'fail',
			'postpone',
			'lapse',
			'due',
			'retry',
			'dismiss',
			'wear',
		] as const),
	),
	order: fc.constantFrom(...orders),
	worker: fc.nat({ max: 2 }),
	limit: fc.constantFrom(1, 2, 50),
	kind: fc.constantFrom('unavailable', 'rateLimited', 'rejected', 'unauthorised'),
});
type Step = typeof step extends fc.Arbitrary<infer One> ? One : never;
type World = Awaited<ReturnType<typeof outboxWorld>>;

const ended = ['done', 'untaken', 'superseded', 'exception', 'dismissed'];

describe.each(engines)('the outbox on $engine, whoever does what when', ({ engine, open }) => {
	test('G7: loses nothing, keeps the order, and has each order with one worker at a time', async () => {
		await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 20, maxLength: 80 }), play), {
			numRuns: engine === 'SQLite' ? 60 : 15,
			endOnFailure: true,
		});
	});

	async function play(steps: readonly Step[]) {
		const hub = await open();
		try {
			const world = await outboxWorld(hub);
			for (const one of steps) {
				await world.actions[one.does](one);
				await compare(hub, world);
			}
			await finish(world);
			await compare(hub, world);
			expect(world.model.all.filter(({ state }) => !ended.includes(state))).toEqual([]);
			for (const order of orders) expect(sequence(world, order)).toBe('kept');
		} finally {
			await hub.close();
		}
	}
});

async function compare({ sql }: OpenLedger, { model }: World) {
	const rows = await sql(
		`SELECT u.id, o.channel_id AS place, u.state, u.fence, u.attempts,
			CASE WHEN u.state = 'claimed' AND u.lease_until > {now} THEN 1 ELSE 0 END AS live
		FROM outbox u JOIN orders o ON o.id = u.order_id ORDER BY u.id`,
	);
	const live = rows.filter((row) => row.live === 1).map((row) => row.place);
	expect(new Set(live).size).toBe(live.length);
	expect(rows).toEqual(
		model.all.map(({ id, order, state, fence, attempts, isLive }) => ({
			...{ id, place: order, state, fence, attempts, live: isLive ? 1 : 0 },
		})),
	);
}

/** Everybody has died, everything is due, and the last worker has luck. */
async function finish({ actions, model }: World) {
	const alone = { order: 'a', worker: 2, limit: 50, kind: 'unavailable' };
	await actions.lapse();
	await actions.due();
	for (let open = Infinity; open > 0; ) {
		await actions.claim(alone);
		for (let each = 0; each < 200; each++) await actions.complete(alone);
		open = model.all.filter(({ state }) => !ended.includes(state)).length;
	}
}

/** What a person sent again may come later than it was. */
function sequence({ heard, retried }: World, order: string): 'kept' | readonly number[] {
	const ids = heard
		.filter((one) => one.order === order && !retried.has(one.id))
		.map(({ id }) => id);
	return ids.every((id, at) => at === 0 || id > (ids[at - 1] ?? 0)) ? 'kept' : ids;
}
