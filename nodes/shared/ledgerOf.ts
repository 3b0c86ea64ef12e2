import { createHash } from 'node:crypto';
import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import type { LedgerOptions } from '../../ledger/engine';
import type { Ledger } from '../../ledger/ledger';
import { openLedger } from '../../ledger/openLedger';
import type { NodeContext } from './context';
import { ledgerOptions } from './ledgerOptions';

const opened = new Map<string, Promise<Ledger>>();

/** The ledger that the credential names: opened once per process and target, whoever asks. */
export async function ledgerIn(credential: ICredentialDataDecryptedObject): Promise<Ledger> {
	const options = ledgerOptions(credential);
	const target = targetOf(options);
	const opening = opened.get(target) ?? openLedger(options);
	opened.set(target, opening);
	const [outcome] = await Promise.allSettled([opening]);
	if (outcome.status === 'fulfilled') return outcome.value;
	// One that did not open is tried again by whoever asks next.
	opened.delete(target);
	throw outcome.reason;
}

/** Differs when anything does, the password included, and does not show it. */
const targetOf = (options: LedgerOptions) =>
	createHash('sha256').update(JSON.stringify(options)).digest('base64');

/** The ledger of the node's credential. */
export const ledgerOf = async (context: NodeContext): Promise<Ledger> =>
	await ledgerIn(await context.getCredentials('orderHubLedgerApi'));

/** For a trigger that is used alone: null when it names no ledger. */
export const ledgerIfSet = async (context: NodeContext): Promise<Ledger | null> =>
	context.getNode().credentials?.orderHubLedgerApi ? await ledgerOf(context) : null;
