import { type Answer, answer } from '../answers';
import type { SandboxRequest } from '../wire';
import { expiresIn } from './tokens';
import type { World } from './world';

const jsonOf = (body: string): object => {
	try {
		return Object(JSON.parse(body));
	} catch {
		return {};
	}
};

const typeOf = ({ headers }: SandboxRequest) => headers['content-type'] ?? '';

/** JSON or a form (reference/shopify.md 2). */
export const askedFor = (request: SandboxRequest): ReadonlyMap<string, string> => {
	const isJson = typeOf(request).startsWith('application/json');
	const given = isJson ? Object.entries(jsonOf(request.body)) : new URLSearchParams(request.body);
	return new Map([...given].map(([name, value]) => [name, String(value)]));
};

/** Statuses and codes are a guess: "exact bodies" are not verified (reference/shopify.md 2). */
const refusal = ({ options }: World, error: string, description: string): Answer =>
	options.tokenRefusals === 'html'
		? answer(400, `<html><body>Oauth error ${error}: ${description}</body></html>`, error)
		: answer(400, { error, error_description: description }, error);

export const token = (world: World, request: SandboxRequest): Answer => {
	const { credential, settings, tokens } = world;
	const given = askedFor(request);
	if (given.get('grant_type') !== 'client_credentials') {
		return refusal(world, 'unsupported_grant_type', 'grant_type must be client_credentials');
	}
	if (given.get('client_id') !== credential.clientId) {
		return refusal(world, 'application_cannot_be_found', 'there is no app of this client id');
	}
	if (given.get('client_secret') !== credential.clientSecret) {
		return refusal(world, 'invalid_client', 'the client secret is wrong');
	}
	return answer(200, {
		access_token: tokens.issue(credential.clientId),
		scope: settings.scopes.join(','),
		expires_in: expiresIn,
	});
};
