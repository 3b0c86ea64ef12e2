import type {
	ICredentialTestFunctions,
	ICredentialsDecrypted,
	INodeCredentialTestResult,
} from 'n8n-workflow';
import { messageOf } from './failureOf';
import { ledgerNamed } from './ledgerOf';

/** Opens the ledger and reads from it, as every node will. */
export async function ledgerOpens(
	this: ICredentialTestFunctions,
	credential: ICredentialsDecrypted,
): Promise<INodeCredentialTestResult> {
	try {
		const ledger = await ledgerNamed(String(credential.data?.name));
		await ledger.getStores();
		return { status: 'OK', message: 'The ledger opens.' };
	} catch (error) {
		return { status: 'Error', message: messageOf(error) };
	}
}
