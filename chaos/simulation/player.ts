// Before all others: what they load is to see the simulated machine.
import './simulated';
import 'reflect-metadata';
import { setGlobalState } from 'n8n-workflow';
import { kindOf } from './kinds';
import { playSeed, type Played } from './playSeed';

export interface Asked {
	readonly seed: number;
	/** Every step goes to stderr. */
	readonly saysSteps: boolean;
}

export type Answered = { readonly played: Played } | { readonly broken: string };

// The zones of others take long to look up.
setGlobalState({ defaultTimezone: 'UTC' });

const answer = (answered: Answered) => void process.send?.(answered);
const giveUp = (error: unknown) =>
	answer({ broken: error instanceof Error ? String(error.stack) : String(error) });

/** A process that plays the seeds that it is sent, and sends back what came of each. */
process.on('message', ({ seed, saysSteps }: Asked) => {
	const say = saysSteps ? (step: string) => void process.stderr.write(`${step}\n`) : () => {};
	void playSeed(kindOf(seed), seed, say).then((played) => answer({ played }), giveUp);
});
process.on('uncaughtException', giveUp);
// Nobody asks any more.
process.on('disconnect', () => process.exit());
