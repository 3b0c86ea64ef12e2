import type { CallFault } from '../faults';
import type { SandboxRequest } from '../wire';
import { type Reply, bare, refusalReply, webPage } from './answers';
import type { BabyshopAsked } from './callTypes';
import { type Operation, operations } from './operations';
import { Refused, badKey, overQuota } from './refused';
import { readable, requestBody } from './requestBody';
import { signIn } from './signIn';
import type { World } from './world';

/** A call, ready to be answered. */
export interface Call {
	readonly asked: BabyshopAsked;
	/** A refusal that comes before any fault. */
	refused(): Reply | null;
	answer(): Promise<Reply>;
}

const prefix = '/RestWS/api/sellerPanel/v3/';

/** Faults that answer in the place of the API. That a tenant has such statuses is a guess (reference/babyshop-vinculum.md 6). */
export const instead: Readonly<Partial<Record<CallFault, () => Reply>>> = {
	dropBefore: () => bare(0, null),
	rate429: () => webPage(429, 'Too many requests'),
	rate500: () => webPage(500, 'Something went wrong'),
	html: () => webPage(200, 'Please sign in'),
};

/** All texts under these names, however deep. */
const named = (body: unknown, names: readonly string[]): readonly string[] => {
	if (typeof body !== 'object' || body === null) return [];
	return Object.entries(body).flatMap(([name, value]) => {
		if (!names.includes(name)) return named(value, names);
		return [value].flat().filter((text) => typeof text === 'string');
	});
};

const askedOf = (kind: string, seller: string | null, body: unknown): BabyshopAsked => ({
	kind,
	seller,
	orders: [...new Set(named(body, ['orderNo']))],
	skus: named(body, ['sku', 'skuCode']),
	invoices: [...new Set(named(body, ['invoiceNo', 'invNo']))].filter((number) => number !== ''),
	body,
});

/** A refusal becomes an answer. */
const answered = async (work: () => Promise<Reply>): Promise<Reply> =>
	await work().catch((error: unknown) =>
		error instanceof Refused ? refusalReply(error) : Promise.reject(error),
	);

/** Per operation and credential (reference/babyshop-vinculum.md 3). */
const quotaReply = (world: World, kind: string, seller: string | null): Reply | null => {
	if (seller === null || world.takeQuota(JSON.stringify([kind, seller])) === 0) return null;
	world.overQuota += 1;
	return refusalReply(overQuota());
};

const signInCall = (world: World, request: SandboxRequest): Call => {
	const { username = '' } = request.query;
	const seller = world.credentials.some((one) => one.username === username) ? username : null;
	return {
		asked: askedOf('authToken', seller, null),
		refused: () => quotaReply(world, 'authToken', seller),
		answer: async () => await answered(async () => signIn(world, request)),
	};
};

const operationCall = (world: World, request: SandboxRequest, operation: Operation): Call => {
	const { apikey: key = '' } = request.headers;
	const seller = world.keys.ownerOf(key);
	return {
		asked: askedOf(operation.name, seller, readable(request)),
		refused: () => quotaReply(world, operation.name, seller),
		answer: async () =>
			await answered(async () => {
				// Once more: the key may have ended just before the call.
				const owner = world.keys.ownerOf(key);
				if (owner === null) throw badKey(world.keys.refusalOf(key));
				return operation.answer(world, owner, requestBody(request));
			}),
	};
};

/** What a request is; null for a path or a method that nothing answers. */
export const callOf = (world: World, request: SandboxRequest): Call | null => {
	const { method, path } = request;
	if (!path.startsWith(prefix)) return null;
	const name = path.slice(prefix.length);
	if (name === 'authToken') return method === 'GET' ? signInCall(world, request) : null;
	const operation = operations.get(name);
	return operation && method === 'POST' ? operationCall(world, request, operation) : null;
};
