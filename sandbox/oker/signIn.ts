import { type Reply, reply } from './answers';
import { Refused } from './refused';
import type { OkerCredential } from './types';
import type { World } from './world';

/** A token for a user, or the refusal in the form that the gateway has. */
export const signIn = (world: World, { username, password }: OkerCredential): Reply => {
	const { credentials, tokens, settings } = world;
	const known = credentials.find((one) => one.username === username);
	if (known?.password !== password) {
		if (settings.failsWith200) {
			return { ...reply(200, { status: 'INVALID_CREDENTIALS' }), code: 'INVALID_CREDENTIALS' };
		}
		throw new Refused(401, 'INVALID_CREDENTIALS', 'Username or password is wrong');
	}
	const accessToken = tokens.issue(username);
	const expiresIn = Math.floor(settings.tokenMs / 1000);
	return reply(200, {
		status: 'SUCCESS',
		accessToken,
		...(settings.level === 'full' && { expiresIn }),
	});
};
