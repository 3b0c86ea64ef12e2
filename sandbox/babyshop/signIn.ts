import type { SandboxRequest } from '../wire';
import { type Reply, success } from './answers';
import { Refused, badKey } from './refused';
import type { World } from './world';

/** `GET /authToken` (reference/babyshop-vinculum.md 4). What comes first when several things are wrong is a guess. */
export const signIn = (world: World, { query }: SandboxRequest): Reply => {
	const { username, password } = query;
	if (!username || !password) throw new Refused(2001, 'Username and password are mandatory');
	const known = world.credentials.find((one) => one.username === username);
	if (known?.password !== password) throw badKey(11);
	if (known.hasApi === false) throw new Refused(2002, 'No API key is configured');
	const apiKey = world.keys.of(username);
	return { ...success(), body: { status: 'SUCCESS', apiKey, apiOwner: known.apiOwner } };
};
