import { audit } from '../../demo/auditor/audit';
import type { Finding, PhysicalStock } from '../../demo/auditor/facts';
import { findStock } from '../../demo/auditor/findStock';
import { readLedger, type LedgerRows } from '../../demo/auditor/ledger';
import type { SimulatedChannel } from './channel';
import type { World } from './world';

// The demo's auditor, which knows the tables and the pretend servers only.

/** What the ledger says of each store, and with each of what the seller's other stores take of the goods that they share. */
function readLedgers({
	channels,
	ledger,
}: World): readonly (readonly [SimulatedChannel, LedgerRows])[] {
	const all = channels.map(({ store }) => readLedger(ledger, store));
	const shared = {
		reservations: all.flatMap(({ reservations }) => reservations),
		shipped: all.flatMap(({ shipped }) => shipped),
		waiting: all.flatMap(({ waiting }) => waiting),
	};
	return channels.flatMap((channel, at) => {
		const own = all[at];
		return own === undefined ? [] : [[channel, { ...own, ...shared }] as const];
	});
}

/** What is wrong at any moment: more promised than was there. It may heal unseen, and somebody have shipped it by then. */
export function glance(world: World, arrived: readonly PhysicalStock[]): readonly Finding[] {
	const [[, ledger] = []] = readLedgers(world);
	return ledger === undefined ? [] : findStock([...world.kind.physical, ...arrived], ledger);
}

interface Past {
	readonly connectedAt: number;
	readonly kills: number;
	readonly arrived: readonly PhysicalStock[];
}

/** What is wrong once all has come to rest. */
export const judge = (world: World, { connectedAt, kills, arrived }: Past): readonly Finding[] =>
	readLedgers(world).flatMap(([{ store, view }, ledger]) => {
		const facts = {
			store,
			connectedAt,
			physical: [...world.kind.physical, ...arrived],
			idlePoll: null,
			idlePush: null,
			keptOnChannel: [],
			kills,
			csvRowsRefused: 0,
			partner: null,
		};
		return audit({ channel: view({ ledger, facts }), ledger, facts }).findings;
	});
