import type {
	ICredentialTestFunctions,
	ICredentialsDecrypted,
	INodeCredentialTestResult,
} from 'n8n-workflow';
import type { LedgerOptions } from '../../ledger/engine';
import { placeOf } from '../../ledger/postgresTarget';
import { messageOf } from './failureOf';
import { ledgerIn } from './ledgerOf';
import { ledgerOptions } from './ledgerOptions';

/** Opens the ledger and reads from it, as every node will. */
export async function ledgerOpens(
	this: ICredentialTestFunctions,
	{ data = {} }: ICredentialsDecrypted,
): Promise<INodeCredentialTestResult> {
	try {
		const ledger = await ledgerIn(data);
		await ledger.getStores();
		return { status: 'OK', message: `The ledger opens: ${reached(ledgerOptions(data))}.` };
	} catch (error) {
		return { status: 'Error', message: messageOf(error) };
	}
}

const reached = (options: LedgerOptions): string =>
	options.engine === 'sqlite'
		? `file ${options.file}`
		: `PostgreSQL, ${placeOf(options)}, schema ${options.schema}`;
