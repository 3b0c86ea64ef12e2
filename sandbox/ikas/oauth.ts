import { type Answer, answer } from '../answers';
import type { Tokens } from '../tokens';
import type { SandboxRequest } from '../wire';
import { tokenLifetime } from './tokens';
import type { IkasCredential } from './types';

export const formOf = ({ body }: SandboxRequest) => new URLSearchParams(body);

/** Shapes of refusals are a guess: "non-200; exact status and body unknown" (reference/ikas.md 2.2, 14). */
const refusal = (status: number, message: string): Answer =>
	answer(status, { statusCode: status, message });

/** `redirect_uri` may come along and means nothing (reference/ikas.md, addendum). */
export const token = (
	request: SandboxRequest,
	credentials: readonly IkasCredential[],
	tokens: Tokens,
): Answer => {
	const type = request.headers['content-type'] ?? '';
	if (!type.startsWith('application/x-www-form-urlencoded')) {
		return refusal(400, 'content-type must be application/x-www-form-urlencoded');
	}
	const form = formOf(request);
	if (form.get('grant_type') !== 'client_credentials') {
		return refusal(400, 'grant_type must be client_credentials');
	}
	const known = credentials.find(
		({ clientId, clientSecret }) =>
			clientId === form.get('client_id') && clientSecret === form.get('client_secret'),
	);
	if (!known) return refusal(401, 'Unauthorized');
	const access_token = tokens.issue(known.clientId);
	return answer(200, { access_token, token_type: 'Bearer', expires_in: tokenLifetime });
};
