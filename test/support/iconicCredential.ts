import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { TheIconicChannelApi } from '../../credentials/TheIconicChannelApi.credentials';
import { callAs } from './amazonCredential';
import { app, sellerPath } from './iconicLogin';
import { n8nCredential } from './n8nCredential';
import type { N8nCredential } from './n8nCredential';

type Data = ICredentialDataDecryptedObject;

const type = 'theIconicChannelApi';

/** What a person fills in. */
export const filledIn = (apiUrl: string, change: Data = {}): Data => ({
	...app,
	environment: 'own',
	apiUrl,
	deliveryType: 'automatic',
	afterReadyToShip: 'ship',
	...change,
});

export const opened = async (data: Data) => await n8nCredential(new TheIconicChannelApi(), data);

/** What the test says that the editor makes when the form is saved. */
export const verdict = async (data: Data) => await (await opened(data)).test(data);

/** One call as our nodes make it, with the token that was refused before it. */
export const call = async (
	credential: N8nCredential,
	apiUrl: string,
	refused: string | null = null,
) => await callAs(type, credential, { method: 'GET', url: `${apiUrl}${sellerPath}` }, refused);
