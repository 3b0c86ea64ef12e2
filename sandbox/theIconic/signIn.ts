import { createHash } from 'node:crypto';
import type { TokenKind } from '../tokens';
import type { SandboxRequest } from '../wire';
import { type Reply, reply } from './answers';
import type { World } from './world';

/** Seconds that a token lives (reference/the-iconic-sellercenter.md 3). */
export const tokenLifetime = 3600;

/** What a token looks like, and that earlier ones go on to their own end, are guesses. */
export const accessToken = (seed: number): TokenKind => ({
	lifetimeMs: tokenLifetime * 1000,
	textOf: (owner, number, endsAt) =>
		createHash('sha256').update(`${seed} ${owner} ${number} ${endsAt}`).digest('hex'),
});

const inBasic = ({ headers }: SandboxRequest) => {
	const [, encoded = ''] = /^Basic (.+)$/.exec(headers.authorization ?? '') ?? [];
	const text = Buffer.from(encoded, 'base64').toString('utf8');
	const at = text.indexOf(':');
	return at < 0 ? null : { id: text.slice(0, at), secret: text.slice(at + 1) };
};

/** In the header, or in the body (reference/the-iconic-sellercenter.md 3); that the header comes first is a guess. */
export const credentialIn = (request: SandboxRequest) => {
	const form = new URLSearchParams(request.body);
	return (
		inBasic(request) ?? { id: form.get('client_id') ?? '', secret: form.get('client_secret') ?? '' }
	);
};

const error = (status: number, name: string): Reply => ({
	...reply(status, { error: name, error_description: name }),
	code: name,
});

const isForm = ({ headers }: SandboxRequest) =>
	(headers['content-type'] ?? '').startsWith('application/x-www-form-urlencoded');

/** `POST /oauth/client-credentials`. Of refusals only the name of a wrong id is known (reference/the-iconic-sellercenter.md 3). */
export const signIn = ({ credentials, tokens }: World, request: SandboxRequest): Reply => {
	if (!isForm(request)) return error(400, 'invalid_request');
	if (new URLSearchParams(request.body).get('grant_type') !== 'client_credentials') {
		return error(400, 'unsupported_grant_type');
	}
	const { id, secret } = credentialIn(request);
	const known = credentials.find(({ clientId }) => clientId === id);
	if (!known) return error(400, 'invalid_app_id');
	if (known.clientSecret !== secret) return error(401, 'invalid_client');
	const access_token = tokens.issue(id);
	return reply(200, { access_token, expires_in: tokenLifetime, token_type: 'Bearer' });
};
