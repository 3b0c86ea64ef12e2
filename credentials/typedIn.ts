import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

/** What a field holds, without the blanks that come along when a person copies. */
export const typedIn = (credentials: ICredentialDataDecryptedObject, field: string): string =>
	String(credentials[field] ?? '').trim();
