import type { Chance } from './chances';
import type { Theme } from './themes';

const seconds = 1000;

/** How long each way takes, in ms. */
interface Pace {
	/** At most, as a rule. */
	readonly ledgerMs: number;
	readonly channelMs: number;
	/** One way to the ledger in so many takes so long that leases run out meanwhile. */
	readonly longOneIn: number;
	/** One node in so many begins that late. */
	readonly lateOneIn: number;
}

const calm: Pace = { ledgerMs: 30, channelMs: 600, longOneIn: Infinity, lateOneIn: Infinity };
let pace = calm;

export const ways = {
	/** As in a storm, for as long as it lasts. */
	storm(chance: Chance, { ledgerMs, lateOneIn }: Theme) {
		pace = {
			ledgerMs: chance.of(ledgerMs),
			channelMs: chance.of([600, 600, 5 * seconds]),
			longOneIn: chance.of([15, 60, 250]),
			lateOneIn,
		};
	},
	calm() {
		pace = calm;
	},
	/** From one node of an execution to the next. */
	toNode: (chance: Chance) =>
		chance.isOneIn(pace.lateOneIn) ? chance.between(40 * seconds, 200 * seconds) : 0,
	/** There, and back. */
	ledger: (chance: Chance) =>
		chance.isOneIn(pace.longOneIn)
			? chance.between(40 * seconds, 130 * seconds)
			: chance.below(pace.ledgerMs),
	toChannel: (chance: Chance) => chance.between(5, 150),
	/** Now and then longer than anybody waits. */
	fromChannel: (chance: Chance) =>
		pace !== calm && chance.isOneIn(150)
			? chance.between(10 * seconds, 20 * seconds)
			: chance.between(5, pace.channelMs),
};
