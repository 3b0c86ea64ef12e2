import { type Random, uuid } from '../random';
import { tokens } from '../tokens';
import type { SandboxRequest } from '../wire';
import { type Reply, reply } from './answers';
import type { AmazonCredential } from './types';

/** Seconds that an access token lives (reference/amazon-seller-flex.md 3.2). */
const tokenLifetime = 3600;

/** Of a code of the consent page (reference/amazon-seller-flex.md 3.1). */
const codeLifetimeMs = 300_000;

export interface LwaContext {
	readonly credential: AmazonCredential;
	readonly random: Random;
	now(): number;
	isAuthorised(): boolean;
}

interface Code {
	readonly redirectUri: string;
	readonly endsAt: number;
}

/** Statuses are the convention of OAuth 2.0 (reference/amazon-seller-flex.md 3.2). */
const refusal = (status: number, error: string, error_description: string): Reply => ({
	...reply(status, { error, error_description }),
	code: error,
});

/** Amazon's documents want a form; two clients that are widely used send JSON (reference/amazon-seller-flex.md 21). */
export const fieldsOf = ({ headers, body }: SandboxRequest): URLSearchParams | null => {
	const type = headers['content-type'] ?? '';
	if (type.startsWith('application/x-www-form-urlencoded')) return new URLSearchParams(body);
	const isJson = type.startsWith('application/json') && /^\s*\{/.test(body);
	return isJson ? new URLSearchParams(JSON.parse(body)) : null;
};

/** Login with Amazon: the seller's consent as a code, codes and refresh tokens against access tokens. */
export const lwa = ({ credential, random, now, isAuthorised }: LwaContext) => {
	const { clientId, clientSecret } = credential;
	const codes = new Map<string, Code>();
	const refreshTokens = new Set([credential.refreshToken]);
	const secret = () => uuid(random).replaceAll('-', '');
	const access = tokens(now, {
		lifetimeMs: tokenLifetime * 1000,
		textOf: () => `Atza|${secret()}`,
	});

	const issued = (refresh_token?: string) =>
		reply(200, {
			access_token: access.issue(clientId),
			...(refresh_token && { refresh_token }),
			token_type: 'bearer',
			expires_in: tokenLifetime,
		});

	const exchanged = (form: URLSearchParams): Reply => {
		const code = form.get('code') ?? '';
		const known = codes.get(code);
		// Single use, whatever comes of it.
		codes.delete(code);
		if (!known || known.endsAt <= now() || known.redirectUri !== form.get('redirect_uri')) {
			return refusal(400, 'invalid_grant', 'The request has an invalid grant parameter : code');
		}
		const token = `Atzr|${secret()}`;
		refreshTokens.add(token);
		return issued(token);
	};

	// An answer to a refresh may leave the refresh token out: the old one stays good.
	const refreshed = (form: URLSearchParams): Reply =>
		refreshTokens.has(form.get('refresh_token') ?? '') && isAuthorised()
			? issued()
			: refusal(400, 'invalid_grant', 'The request has an invalid grant parameter : refresh_token');

	const grants: Readonly<Record<string, (form: URLSearchParams) => Reply>> = {
		authorization_code: exchanged,
		refresh_token: refreshed,
	};

	const required: Readonly<Record<string, readonly string[]>> = {
		authorization_code: ['code', 'redirect_uri'],
		refresh_token: ['refresh_token'],
	};

	return {
		access,
		/** What the consent page gives: good for one exchange. */
		consent(redirectUri: string): string {
			const code = `ANB${secret()}`;
			codes.set(code, { redirectUri, endsAt: now() + codeLifetimeMs });
			return code;
		},
		token(request: SandboxRequest): Reply {
			const form = fieldsOf(request);
			if (!form) return refusal(400, 'invalid_request', 'The request has an invalid body');
			const type = form.get('grant_type') ?? '';
			const missing = ['grant_type', 'client_id', 'client_secret', ...(required[type] ?? [])].find(
				(name) => !form.get(name),
			);
			if (missing) {
				return refusal(
					400,
					'invalid_request',
					`The request is missing a required parameter : ${missing}`,
				);
			}
			const grant = grants[type];
			if (!grant) return refusal(400, 'unsupported_grant_type', `${type} is not supported`);
			if (form.get('client_id') !== clientId || form.get('client_secret') !== clientSecret) {
				return refusal(401, 'invalid_client', 'Client authentication failed');
			}
			return grant(form);
		},
		refreshTokens: (): readonly string[] => [...refreshTokens],
	};
};

export type Lwa = ReturnType<typeof lwa>;
