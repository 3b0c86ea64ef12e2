import { createHash } from 'node:crypto';
import { audit, type Audit } from '../../demo/auditor/audit';
import { readLedger } from '../../demo/auditor/ledger';
import type { ChannelKind } from './channel';
import { clock } from './clock';
import { rest } from './rest';
import { simulated } from './simulated';
import { storm, type Stormed } from './storm';
import { warehouseOf } from './warehouse';
import { inWorld, type World } from './world';

export interface Played extends Pick<Audit, 'findings'> {
	readonly seed: number;
	readonly kills: number;
	readonly orders: number;
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
		const { desk, ledger, channel } = world;
		const warehouse = warehouseOf({ desk, ledger, store: channel.store });
		const hasNet = simulated.chances.people.isOneIn(3);
		const given = { world, warehouse, hasNet, note };
		const stormed = await storm(given);
		await rest(given);
		return {
			seed,
			kills: stormed.kills,
			orders: channel.placed(),
			findings: judge(world, connectedAt, stormed).findings,
			fingerprint: hash.digest('hex').slice(0, 12),
		};
	});

/** The demo's auditor, which knows the tables and the pretend servers only. */
function judge({ channel, ledger: file }: World, connectedAt: number, stormed: Stormed): Audit {
	const ledger = readLedger(file, channel.store);
	const facts = {
		store: channel.store,
		connectedAt,
		physical: [...channel.physical, ...stormed.arrived],
		idlePoll: null,
		idlePush: null,
		keptOnChannel: [],
		kills: stormed.kills,
		csvRowsRefused: 0,
		partner: null,
	};
	return audit({ channel: channel.view({ ledger, facts }), ledger, facts });
}
