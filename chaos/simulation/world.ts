import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { ledgerFile } from '../../ledger/ledgerFile';
import { ledgerIn } from '../../nodes/shared/ledgerOf';
import type { ChannelKind, SimulatedChannel } from './channel';
import { chancesOf } from './chances';
import { clock } from './clock';
import { deskOf, type Desk } from './desk';
import { closeDatabases } from './gatedLedger';
import { gates } from './gates';
import { n8nOn } from './n8n';
import { simulated } from './simulated';

const workers = 3;

/** Shops, their stores in a ledger of that name, and the n8n that work for them. */
function worldOf(kind: ChannelKind, name: string) {
	clock.reset();
	gates.reset();
	const channels = kind.open();
	simulated.systems = new Map(channels.map(({ origin, sandbox }) => [origin, sandbox]));
	const orderHubLedgerApi = { engine: 'sqlite', name };
	const stored = new Map(
		channels.map(({ store, credential: { type, data } }) => [
			store,
			{ orderHubLedgerApi, [type]: { ...data } },
		]),
	);
	const hubs = [...new Set(kind.physical.map(({ hub }) => hub))];
	const n8n = n8nOn({ stored, hubs, count: workers, chances: simulated.chances });
	const deskFor = ({ store }: SimulatedChannel) => deskOf(kind.desks, n8n.credentialsOf(store));
	return { kind, channels, n8n, deskFor, ledger: ledgerFile(name), orderHubLedgerApi };
}

export type World = ReturnType<typeof worldOf>;

/** Nothing may be refused. */
const heard =
	(desk: Desk): Desk =>
	async (...of) => {
		const refusals = await desk(...of);
		if (refusals.length > 0) throw new Error(`${of[0]}: ${refusals.join(' ')}`);
		return refusals;
	};

const prepared = new Map<ChannelKind, Buffer>();

/** The file of a ledger in which the stores are connected: once per process, as it is the same in every seed. */
async function preparedFile(kind: ChannelKind): Promise<Buffer> {
	const known = prepared.get(kind);
	if (known) return known;
	simulated.chances = chancesOf(0);
	const { channels, deskFor, ledger } = worldOf(kind, `prepared-${prepared.size}`);
	for (const channel of channels) await through(channel.connect(heard(deskFor(channel))));
	closeDatabases();
	const file = readFileSync(ledger);
	prepared.set(kind, file);
	return file;
}

/** Lets time pass until the work is done, where it waits for that. */
async function through(work: Promise<void>): Promise<void> {
	let isOver = false;
	const over = () => void (isOver = true);
	void work.then(over, over);
	while (!isOver) {
		await gates.next(Infinity, () => false);
		await new Promise((goOn) => setImmediate(goOn));
	}
	await work;
}

let worlds = 0;

/** Gives the work a world of its own, in which all that is left to chance comes from the seed. */
export async function inWorld<T>(
	kind: ChannelKind,
	seed: number,
	work: (world: World) => Promise<T>,
): Promise<T> {
	const file = await preparedFile(kind);
	simulated.chances = chancesOf(seed);
	const world = worldOf(kind, `world-${++worlds}`);
	writeFileSync(world.ledger, file);
	try {
		// Who opens it first would have the others wait, also once dead.
		await ledgerIn(world.orderHubLedgerApi);
		return await work(world);
	} finally {
		closeDatabases();
		for (const end of ['', '-wal', '-shm']) rmSync(world.ledger + end, { force: true });
	}
}
