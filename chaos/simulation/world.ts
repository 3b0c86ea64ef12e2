import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { ledgerFile } from '../../ledger/ledgerFile';
import { ledgerIn } from '../../nodes/shared/ledgerOf';
import type { ChannelKind } from './channel';
import { chancesOf } from './chances';
import { clock } from './clock';
import { deskOf } from './desk';
import { closeDatabases } from './gatedLedger';
import { gates } from './gates';
import { n8nOn } from './n8n';
import { simulated } from './simulated';

const workers = 3;

/** A shop, its store in a ledger of that name, and the n8n that work for them. */
function worldOf(kind: ChannelKind, name: string) {
	clock.reset();
	gates.reset();
	const channel = kind.open();
	simulated.systems = new Map([[channel.origin, channel.sandbox]]);
	const orderHubLedgerApi = { engine: 'sqlite', name };
	const { type, data } = channel.credential;
	const n8n = n8nOn({ orderHubLedgerApi, [type]: { ...data } }, workers, simulated.chances.people);
	const desk = deskOf(kind.desks, n8n.credentials);
	return { kind, channel, n8n, desk, ledger: ledgerFile(name), orderHubLedgerApi };
}

export type World = ReturnType<typeof worldOf>;

const prepared = new Map<ChannelKind, Buffer>();

/** The file of a ledger in which the store is connected: once per process, as it is the same in every seed. */
async function preparedFile(kind: ChannelKind): Promise<Buffer> {
	const known = prepared.get(kind);
	if (known) return known;
	const { channel, desk, ledger } = worldOf(kind, 'prepared');
	await channel.connect(desk);
	closeDatabases();
	const file = readFileSync(ledger);
	prepared.set(kind, file);
	return file;
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
