import { createHash } from 'node:crypto';
import type { Finding } from '../../demo/auditor/facts';
import type { ChannelKind } from './channel';
import { clock } from './clock';
import { judge } from './judge';
import { rest } from './rest';
import { simulated } from './simulated';
import { storm } from './storm';
import { warehouseOf } from './warehouse';
import { inWorld } from './world';

export interface Played {
	readonly seed: number;
	readonly kills: number;
	readonly orders: number;
	readonly findings: readonly Finding[];
	/** Of every step, so that two runs of a seed can be compared. */
	readonly fingerprint: string;
}

/** A storm, the rest after it, and the auditor's verdict. */
export const playSeed = (
	kind: ChannelKind,
	seed: number,
	say: (step: string) => void,
): Promise<Played> =>
	inWorld(kind, seed, async (world) => {
		const hash = createHash('sha256');
		const note = (step: string) => {
			hash.update(step);
			say(step);
		};
		const connectedAt = clock.now();
		const warehouse = warehouseOf(world);
		const hasNet = simulated.chances.people.isOneIn(3) || kind.needsNet === true;
		const given = { world, warehouse, hasNet, note };
		const { kills, arrived, seen } = await storm(given);
		await rest(given);
		return {
			seed,
			kills,
			orders: world.channels.reduce((sum, { placed }) => sum + placed(), 0),
			findings: [
				...new Map(
					[...seen, ...judge(world, { connectedAt, kills, arrived })].map((one) => [one.what, one]),
				).values(),
			],
			fingerprint: hash.digest('hex').slice(0, 12),
		};
	});
