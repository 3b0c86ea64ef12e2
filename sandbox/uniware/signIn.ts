import { createHash } from 'node:crypto';
import type { TokenKind } from '../tokens';
import type { SandboxRequest } from '../wire';
import { type Reply, reply, webPage } from './answers';
import type { World } from './world';

/** Seconds: between 10 and 12 hours were seen, and 30 days for what renews it (reference/uniware-oker.md 1.2). */
const lifetime = { access: 36_402, refresh: 30 * 86_400 } as const;

/** What a token looks like, and that earlier ones go on to their own end, are guesses. */
export const tokenOf = (kind: keyof typeof lifetime, seed: number): TokenKind => ({
	lifetimeMs: lifetime[kind] * 1000,
	textOf: (owner, number, endsAt) =>
		createHash('sha256')
			.update(`${seed} ${kind} ${owner} ${number} ${endsAt}`)
			.digest('hex')
			.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*/, '$1-$2-$3-$4-$5'),
});

export const tokenPath = '/oauth/token';

const refusal = (name: string, why: string): Reply => ({
	...reply(400, { error: name, error_description: why }),
	code: name,
});

const badLogin = () => refusal('invalid_grant', 'Bad credentials');

const isForm = ({ headers }: SandboxRequest) =>
	(headers['content-type'] ?? '').startsWith('application/x-www-form-urlencoded');

/** What was sent: in the query of a GET, or as a form. */
export const loginIn = (request: SandboxRequest): URLSearchParams =>
	request.method === 'GET' ? new URLSearchParams(request.query) : new URLSearchParams(request.body);

const granted = ({ tokens, refreshTokens }: World, username: string): Reply =>
	reply(200, {
		access_token: tokens.issue(username),
		token_type: 'bearer',
		refresh_token: refreshTokens.issue(username),
		expires_in: lifetime.access,
		scope: 'read trust write',
	});

const byPassword = (world: World, form: URLSearchParams): Reply => {
	const known = world.credentials.find(({ username }) => username === form.get('username'));
	if (!known || known.password !== form.get('password')) return badLogin();
	// A user without a facility is refused like a wrong password (reference/uniware-oker.md 1.2).
	if (known.hasFacility === false) return badLogin();
	return granted(world, known.username);
};

const byRefresh = (world: World, form: URLSearchParams): Reply => {
	const token = form.get('refresh_token') ?? '';
	const owner = world.refreshTokens.ownerOf(token);
	if (owner === null || !world.refreshTokens.isValid(token)) {
		return refusal('invalid_grant', 'Invalid refresh token');
	}
	return granted(world, owner);
};

/** `GET /oauth/token`; a form works on tenants that have not been said to lack it (reference/uniware-oker.md 1.2, 8). */
export const signIn = (world: World, request: SandboxRequest): Reply => {
	const isPost = request.method === 'POST';
	if (isPost && !world.settings.takesForm) return webPage(405, 'Method Not Allowed');
	if (isPost && !isForm(request)) return refusal('invalid_request', 'Missing grant type');
	const form = loginIn(request);
	if (form.get('client_id') !== 'my-trusted-client') {
		return refusal('invalid_client', 'Bad client credentials');
	}
	if (form.get('grant_type') === 'password') return byPassword(world, form);
	if (form.get('grant_type') === 'refresh_token') return byRefresh(world, form);
	return refusal('unsupported_grant_type', 'Unsupported grant type');
};
