import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { refused } from '../../domain/failure';
import type { LedgerOptions } from '../../ledger/engine';
import { ledgerFile } from '../../ledger/ledgerFile';
import { sslModes, type SslMode } from '../../ledger/postgresTarget';

/** Which ledger the credential means. */
export const ledgerOptions = (credential: ICredentialDataDecryptedObject): LedgerOptions =>
	credential.engine === 'postgres'
		? {
				engine: 'postgres',
				host: String(credential.host),
				port: Number(credential.port),
				database: String(credential.database),
				user: String(credential.user),
				password: String(credential.password),
				schema: String(credential.schema),
				ssl: sslMode(credential.ssl),
			}
		: { engine: 'sqlite', file: ledgerFile(String(credential.name)) };

function sslMode(chosen: unknown): SslMode {
	const known = sslModes.find((mode) => mode === chosen);
	if (known !== undefined) return known;
	throw refused(
		`The ledger's credential has the SSL mode ${String(chosen)}. Use one of ${sslModes.join(', ')}.`,
	);
}
