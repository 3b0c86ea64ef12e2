import type { IHttpRequestOptions, IN8nHttpFullResponse } from 'n8n-workflow';
import { calling } from '../calling';
import type { Family } from './families';

export type Answer = Pick<IN8nHttpFullResponse, 'statusCode' | 'body'>;

/** Sends without a token. Answers every status; throws only `Failure`. */
export type Send = (request: IHttpRequestOptions) => Promise<Answer>;

/** The only grant there is (reference/omniful.md 1.2). */
export const tokenRequest = (
	{ tokenUrl, clientId, clientSecret }: Family,
	refreshToken: string,
): IHttpRequestOptions => ({
	method: 'POST',
	url: tokenUrl,
	headers: { Accept: 'application/json', 'Content-Type': 'application/json' },
	body: JSON.stringify({
		grant_type: 'refresh_token',
		refresh_token: refreshToken,
		client_id: clientId,
		client_secret: clientSecret,
	}),
	...calling,
});
