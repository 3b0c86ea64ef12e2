import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { BabyshopChannelApi } from '../../credentials/BabyshopChannelApi.credentials';
import { callAs } from './amazonCredential';
import { seller } from './babyshopLogin';
import { n8nCredential } from './n8nCredential';
import type { N8nCredential } from './n8nCredential';

type Data = ICredentialDataDecryptedObject;

const type = 'babyshopChannelApi';

/** What a person fills in. */
export const filledIn = (baseUrl: string, change: Data = {}): Data => ({
	...seller,
	baseUrl,
	timeZone: 'Asia/Dubai',
	inventoryKey: 'sku',
	callsPerFiveMinutes: 40,
	...change,
});

export const opened = async (data: Data) => await n8nCredential(new BabyshopChannelApi(), data);

/** What the test says that the editor makes when the form is saved. */
export const verdict = async (data: Data) => await (await opened(data)).test(data);

/** One call as our nodes make it, with the key that was refused before it. */
export const call = async (
	credential: N8nCredential,
	baseUrl: string,
	refused: string | null = null,
) =>
	await callAs(
		type,
		credential,
		{
			method: 'POST',
			url: `${baseUrl}/orderList`,
			headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
			body: new URLSearchParams({ RequestBody: '{"limit":1}' }).toString(),
		},
		refused,
	);
