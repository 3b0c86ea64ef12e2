import type { ICredentialDataDecryptedObject, IHttpRequestOptions } from 'n8n-workflow';
import { askedAs, questionOf } from './asking';
import type { Send } from './login';
import { checkAllowed } from './said';
import { tenantFaultOf } from './signIn';

/** What n8n is told to ask in a test. Nobody answers there: `nextInTest` puts the real question in its place. */
export const testPath = '/order-hub/credential-test';

/** Asks with the tokens of both families, and leaves the first question to n8n once more. */
export async function nextInTest(
	send: Send,
	credentials: ICredentialDataDecryptedObject,
): Promise<IHttpRequestOptions> {
	checkAllowed(await askedAs('seller', send, credentials), 'seller');
	if (credentials.useTenant === true) {
		const fault = tenantFaultOf(credentials);
		if (fault !== null) throw fault;
		checkAllowed(await askedAs('tenant', send, credentials), 'tenant');
	}
	return questionOf('seller', credentials);
}
