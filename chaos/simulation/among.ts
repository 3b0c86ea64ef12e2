import type { Chance } from './chances';

/** One of them, each as often as its weight says. */
export function among<Thing>(
	chance: Chance,
	things: readonly (readonly [weight: number, thing: Thing])[],
): Thing {
	let left = chance.below(things.reduce((sum, [weight]) => sum + weight, 0));
	for (const [weight, thing] of things) {
		left -= weight;
		if (left < 0) return thing;
	}
	throw new Error('there is nothing to choose from');
}
