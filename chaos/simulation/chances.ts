import { random } from '../../sandbox/random';

/** All that is left to chance in a seed, each from a stream of its own: a draw more of one does not change the others. */
export function chancesOf(seed: number) {
	const stream = (name: number) => {
		const next = random(seed * 31 + name);
		const below = (limit: number) => Math.floor(next() * limit);
		return {
			next,
			below,
			between: (least: number, most: number) => least + below(most - least + 1),
			isOneIn: (many: number) => below(many) === 0,
			happens: (share: number) => next() < share,
			of<Thing>(things: readonly Thing[]): Thing {
				const thing = things[below(things.length)];
				if (thing === undefined) throw new Error('there is nothing to choose from');
				return thing;
			},
		};
	};
	return {
		ways: stream(1),
		deaths: stream(2),
		people: stream(3),
		code: stream(4),
	};
}

export type Chances = ReturnType<typeof chancesOf>;
export type Chance = Chances['ways'];
