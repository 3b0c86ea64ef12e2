import fc from 'fast-check';
import type { UpdateParcel } from '../../domain/channelUpdate';
import { iconicShop } from './iconicShop';
import type { IconicShop } from './iconicShop';
import { itemsOf, packagesIn, parcel, placed, send } from './iconicUpdate';

const goals = ['packed', 'ready_to_ship', 'shipped', 'delivered'] as const;
type Goal = (typeof goals)[number];

const writes = ['setToPacked', 'setToReadyToShip', 'setToShipped', 'setToDelivered'];

const plan = fc.record({
	/** Of each item the parcel that it is in; 0 for none. */
	parcels: fc.array(fc.nat({ max: 3 }), { minLength: 1, maxLength: 6 }),
	/** What is told, one after the other. */
	goals: fc.array(fc.constantFrom(...goals), { minLength: 1, maxLength: 3 }),
	/** Whether all parcels are in one update. */
	isTogether: fc.boolean(),
	seed: fc.nat({ max: 99_999 }),
	mishaps: fc.constantFrom({ chance: 0.05 }, { chance: 0.2, only: writes }),
});

const effectsOf: Readonly<Record<Goal, readonly string[]>> = {
	packed: [],
	ready_to_ship: ['ready_to_ship'],
	shipped: ['ready_to_ship', 'shipped'],
	delivered: ['ready_to_ship', 'shipped', 'delivered'],
};

/** Until it is taken, as the outbox does it. */
async function persistently(
	shop: IconicShop,
	id: string,
	goal: Goal,
	parcels: readonly UpdateParcel[],
) {
	for (let tries = 1; tries <= 60; tries++) {
		const [sent] = await Promise.allSettled([send(shop, id, goal, { parcels })]);
		if (sent.status === 'fulfilled') return;
	}
	throw new Error(`the channel did not take ${goal}`);
}

describe('parcels of theIconic', () => {
	let shop: IconicShop;
	beforeAll(async () => {
		shop = await iconicShop();
	});
	afterAll(() => shop.close());

	it('have each step once and hold only their items, whatever answers are lost', async () => {
		await fc.assert(
			fc.asyncProperty(
				plan,
				async ({ parcels: places, goals: told, isTogether, seed, mishaps }) => {
					shop.sandbox.setFaults({});
					const id = placed(shop, { lines: [{ sku: 'IC-1', quantity: places.length }] });
					const items = itemsOf(shop, id);
					const contents = [1, 2, 3]
						.map((place) => items.filter((_, at) => places[at] === place))
						.filter((some) => some.length > 0);
					const parcels = contents.map((some, at) => ({
						...parcel(at + 1, some),
						tracking: { number: `TR-${id}-${at}`, carrier: null, url: null },
					}));
					const updates = isTogether ? [parcels] : parcels.map((one) => [one]);
					const { chance, ...only } = mishaps;
					const faults = { dropBefore: chance, dropAfter: chance, cutOff: chance, rate500: chance };
					shop.sandbox.setFaults({ ...faults, ...only, seed });
					for (const goal of told) {
						for (const some of updates) {
							if (some.length > 0) await persistently(shop, id, goal, some);
						}
					}
					const state = shop.sandbox.order(id);
					const furthest = goals[Math.max(...told.map((goal) => goals.indexOf(goal)))] ?? 'packed';
					expect(packagesIn(shop, id).map((one) => [one.items, one.tracking])).toEqual(
						parcels.map(({ tracking }, at) => [contents[at], tracking.number]),
					);
					for (const effect of ['ready_to_ship', 'shipped', 'delivered']) {
						const times = state.history.filter(({ what }) => what === effect).length;
						expect(times).toBe(effectsOf[furthest].includes(effect) ? parcels.length : 0);
					}
					const left = state.items.filter((_, at) => places[at] === 0);
					expect(left.every(({ status }) => status === 'pending')).toBe(true);
				},
			),
			{ numRuns: 60 },
		);
	}, 120_000);
});
