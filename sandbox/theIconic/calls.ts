import type { CallFault } from '../faults';
import type { SandboxRequest } from '../wire';
import {
	type Reply,
	forbidden,
	maintenance,
	refusalReply,
	reply,
	tooManyRequests,
	unauthorised,
	webPage,
} from './answers';
import type { IconicAsked } from './callTypes';
import { type Matched, operationOf } from './operations';
import { queryOf } from './query';
import { Refused } from './refused';
import { readable } from './requestBody';
import { credentialIn, signIn } from './signIn';
import type { World } from './world';

/** A call, ready to be answered. */
export interface Call {
	readonly asked: IconicAsked;
	/** A refusal that comes before any fault. */
	refused(): Reply | null;
	answer(): Reply;
}

/** Faults that answer in the place of the API. */
export const instead: Readonly<Partial<Record<CallFault, () => Reply>>> = {
	dropBefore: () => reply(0, null),
	rate429: () => tooManyRequests(1000),
	rate500: () => webPage(500, 'Something went wrong'),
	html: () => webPage(200, 'Please sign in'),
};

const itemKeys = ['orderItemIds', 'orderItemId', 'id'];

/** All numbers under the names of order items, however deep. */
const itemsIn = (body: unknown): readonly number[] => {
	if (typeof body !== 'object' || body === null) return [];
	return Object.entries(body).flatMap(([name, value]) =>
		itemKeys.includes(name)
			? [value].flat().filter((id) => typeof id === 'number')
			: itemsIn(value),
	);
};

const itemsOf = ({ params }: Matched, body: unknown) => [
	...new Set([...itemsIn(body), ...(params.orderItemId ? [Number(params.orderItemId)] : [])]),
];

/** Also while nobody is let in; that the token is not to be had either is a guess (reference/the-iconic-sellercenter.md 4). */
const maintained = ({ settings, now }: World): Reply | null => {
	const left = settings.maintainedUntil - now();
	return left > 0 ? maintenance(left) : null;
};

const tokenCall = (world: World, request: SandboxRequest): Call => {
	const { id } = credentialIn(request);
	const isKnown = world.credentials.some(({ clientId }) => clientId === id);
	return {
		asked: {
			kind: 'token',
			method: request.method,
			path: request.path,
			client: isKnown ? id : null,
			items: [],
			body: null,
		},
		refused: () => maintained(world),
		answer: () => signIn(world, request),
	};
};

const bearerOf = ({ headers }: SandboxRequest) =>
	/^Bearer (.+)$/.exec(headers.authorization ?? '')?.[1] ?? '';

/** Per seller, and not for strangers or for tokens, which is a guess (reference/the-iconic-sellercenter.md 4). */
const overQuota = (world: World, bearer: string): Reply | null => {
	if (!world.tokens.isValid(bearer)) return null;
	const waitMs = world.takeQuota('seller');
	if (waitMs === 0) return null;
	world.quotaHits += 1;
	return tooManyRequests(waitMs);
};

/** A refusal becomes an answer. */
const answered = (work: () => Reply): Reply => {
	try {
		return work();
	} catch (error) {
		if (error instanceof Refused) return refusalReply(error);
		return webPage(500, String(error));
	}
};

const operationCall = (world: World, request: SandboxRequest, matched: Matched): Call => {
	const { operation, params } = matched;
	const bearer = bearerOf(request);
	const body = readable(request);
	return {
		asked: {
			kind: operation.name,
			method: request.method,
			path: `${request.path}${request.search ?? ''}`,
			client: world.tokens.ownerOf(bearer),
			items: itemsOf(matched, body),
			body,
		},
		refused: () => maintained(world) ?? overQuota(world, bearer),
		answer() {
			if (!world.tokens.isValid(bearer)) return unauthorised();
			if (world.settings.forbidden.includes(operation.name)) return forbidden();
			return answered(() => operation.answer(world, { params, query: queryOf(request), request }));
		},
	};
};

/** What a request is; null for a path or a method that nothing answers. */
export const callOf = (world: World, request: SandboxRequest): Call | null => {
	const { method, path } = request;
	if (method === 'POST' && path === '/oauth/client-credentials') return tokenCall(world, request);
	const matched = operationOf(request);
	return matched && operationCall(world, request, matched);
};
