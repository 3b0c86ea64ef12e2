import type { PhysicalStock } from './auditor/facts';
import type { Expected } from './flawless';
import type { Pretend } from './pretend';
import { sceneOn, type Scene } from './scene';
import type { DemoShop } from './shop';
import { siteOf } from './site';
import type { Stage } from './stage';

/** What a channel brings to the demo. */
export interface Play<Shop extends DemoShop> {
	open(seed: number): Promise<Pretend<Shop>>;
	/** Units that are in the hubs at first. */
	readonly physical: readonly PhysicalStock[];
	/** The whole path of an order from the channel into the hub and out again. */
	story(scene: Scene<Shop>): Promise<void>;
	/** Instead of the story, for somebody who looks on: makes everything run, and answers what happens every now and then. */
	live(scene: Scene<Shop>): Promise<() => Promise<void>>;
	readonly expected: Expected;
}

/** A channel that has come in, whatever its shop is. */
export interface Player {
	readonly pretend: Pretend;
	readonly expected: Expected;
	enter(stage: Stage, say: (line: string) => void): Entered;
}

export interface Entered {
	readonly scene: Scene;
	story(): Promise<void>;
	live(): Promise<() => Promise<void>>;
}

/** Opens the pretend channel of a play, and hides what kind of shop it has. */
export const player =
	<Shop extends DemoShop>(play: Play<Shop>) =>
	async (seed: number): Promise<Player> => {
		const pretend = await play.open(seed);
		return {
			pretend,
			expected: play.expected,
			enter(stage, say) {
				const scene = sceneOn(siteOf(stage, pretend), play.physical, seed, say);
				return { scene, story: () => play.story(scene), live: () => play.live(scene) };
			},
		};
	};
