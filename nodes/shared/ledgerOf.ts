import type { Ledger } from '../../ledger/ledger';
import { ledgerFile } from '../../ledger/ledgerFile';
import { openLedger } from '../../ledger/openLedger';
import type { NodeContext } from './context';

const opened = new Map<string, Promise<Ledger>>();

/** The ledger of that name: one connection per file and process, whoever asks. */
export async function ledgerNamed(name: string): Promise<Ledger> {
	const file = ledgerFile(name);
	const opening = opened.get(file) ?? openLedger({ engine: 'sqlite', file });
	opened.set(file, opening);
	const [outcome] = await Promise.allSettled([opening]);
	if (outcome.status === 'fulfilled') return outcome.value;
	// One that did not open is tried again by whoever asks next.
	opened.delete(file);
	throw outcome.reason;
}

/** The ledger of the node's credential. */
export async function ledgerOf(context: NodeContext): Promise<Ledger> {
	const { name } = await context.getCredentials('orderHubLedgerApi');
	return await ledgerNamed(String(name));
}

/** For a trigger that is used alone: null when it names no ledger. */
export const ledgerIfSet = async (context: NodeContext): Promise<Ledger | null> =>
	context.getNode().credentials?.orderHubLedgerApi ? await ledgerOf(context) : null;
