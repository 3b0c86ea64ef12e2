import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { OkerChannelApi } from '../../credentials/OkerChannelApi.credentials';
import { okerSandbox } from '../../sandbox/oker';
import { basePath } from '../../sandbox/oker/calls';
import type { OkerOptions } from '../../sandbox/oker/types';
import { serve } from '../../sandbox/serve';
import { callAs } from './amazonCredential';
import { n8nCredential } from './n8nCredential';
import type { N8nCredential } from './n8nCredential';

type Data = ICredentialDataDecryptedObject;

/** The pretend gateway, and what a person fills in for it. */
export async function okerGateway(options: OkerOptions = {}) {
	const oker = okerSandbox({ quota: null, ...options });
	const { url, close } = await serve(oker);
	const baseUrl = `${url}${basePath}`;
	const filledIn = (change: Data = {}): Data => ({ ...oker.credential, baseUrl, ...change });
	return { oker, baseUrl, filledIn, close };
}

export type OkerGateway = Awaited<ReturnType<typeof okerGateway>>;

export const opened = async (data: Data) => await n8nCredential(new OkerChannelApi(), data);

/** What the test says that the editor makes when the form is saved. */
export const verdict = async (data: Data) => await (await opened(data)).test(data);

/** One call as our nodes make it, with the token that was refused before it. */
export const call = async (
	credential: N8nCredential,
	baseUrl: string,
	refused: string | null = null,
) =>
	await callAs(
		'okerChannelApi',
		credential,
		{ method: 'GET', url: `${baseUrl}/productsCount` },
		refused,
	);
