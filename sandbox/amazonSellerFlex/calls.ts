import type { CallFault } from '../faults';
import { uuid } from '../random';
import type { SandboxRequest } from '../wire';
import { type Reply, refusalReply, reply, storageReply, webPage } from './answers';
import type { AmazonAsked } from './callTypes';
import { consentPage } from './consent';
import { fieldsOf } from './lwa';
import { type Matched, type Operation, operationOf } from './operations';
import { Refused, forbidden, unauthorised } from './refused';
import type { World } from './world';

/** A call, ready to be answered. */
export interface Call {
	readonly asked: AmazonAsked;
	/** A refusal that comes before any fault. */
	refused(): Reply | null;
	readonly instead: Readonly<Partial<Record<CallFault, () => Reply>>>;
	answer(): Promise<Reply>;
}

type Kind = AmazonAsked['kind'];

/** As it may be written down: of an address that is presigned only what it leads to. */
const askedOf = (request: SandboxRequest, kind: Kind, body: unknown, shipment: string | null) => {
	const query = kind === 'document' ? '' : new URLSearchParams(request.query).toString();
	const path = query ? `${request.path}?${query}` : request.path;
	return { kind, method: request.method, path, shipment, body };
};

const nothing = (): Reply => reply(0, null);

const apiFaults = (mishap: Reply, throttled: Reply): Call['instead'] => ({
	dropBefore: nothing,
	rate429: () => throttled,
	rate500: () => mishap,
	html: () => webPage(200, 'Sorry, something went wrong.'),
});

const tokenCall = (world: World, request: SandboxRequest): Call => {
	const form = fieldsOf(request);
	const said = { grant_type: form?.get('grant_type'), client_id: form?.get('client_id') };
	const error = (status: number, name: string) => ({
		...reply(status, { error: name, error_description: name }),
		code: name,
	});
	return {
		asked: askedOf(request, 'token', said, null),
		refused: () => null,
		instead: apiFaults(error(500, 'server_error'), error(429, 'slow_down')),
		answer: async () => world.lwa.token(request),
	};
};

const consentCall = (world: World, request: SandboxRequest): Call => ({
	asked: askedOf(request, 'consent', null, null),
	refused: () => null,
	instead: apiFaults(webPage(500, ''), webPage(429, '')),
	answer: async () => consentPage(world, request),
});

const documentCall = (world: World, request: SandboxRequest): Call => {
	const type = request.headers['content-type'] ?? null;
	const said = request.method === 'PUT' ? { type, bytes: request.bytes?.length ?? 0 } : null;
	return {
		asked: askedOf(request, 'document', said, null),
		refused: () => null,
		instead: apiFaults(
			storageReply(500, 'InternalError', 'Try again.'),
			storageReply(503, 'SlowDown', 'Reduce your request rate.'),
		),
		answer: async () => world.documents.answer(request),
	};
};

const isJson = (text: string) => {
	try {
		JSON.parse(text);
		return true;
	} catch {
		return false;
	}
};

/** Undefined for none. Empty bodies may come with any type (reference/amazon-seller-flex.md 21). */
const bodyOf = ({ headers, body }: SandboxRequest): unknown => {
	if (body === '') return undefined;
	if (!headers['content-type']?.startsWith('application/json')) {
		throw new Refused(415, 'UnsupportedMediaType', 'The content type must be application/json');
	}
	if (!isJson(body)) throw new Refused(400, 'InvalidInput', 'The body is not JSON');
	return JSON.parse(body);
};

/** 403 in words that tell an ended token from all else (reference/amazon-seller-flex.md 4, 21). */
const checkAccess = (world: World, token: string | undefined, { roles, isListed }: Operation) => {
	const { grants } = world.settings;
	if (!token) throw unauthorised('Access token is missing in the request header.');
	if (world.lwa.access.ownerOf(token) === null || !grants.authorised) {
		throw unauthorised('The access token you provided is revoked, malformed or invalid.');
	}
	if (!world.lwa.access.isValid(token)) {
		throw unauthorised('The access token you provided has expired.');
	}
	if (roles.length > 0 && !roles.some((role) => grants.roles.includes(role))) {
		throw unauthorised('');
	}
	// In which words Amazon says so is a guess (reference/amazon-seller-flex.md 1).
	if (isListed && !grants.allowListed) {
		throw forbidden('The merchant is not enabled for External Fulfillment.');
	}
};

/** "Best effort", with 20x, 400, 404 and 429 (reference/amazon-seller-flex.md 4, 21). */
const tellsRate = (status: number) => status < 300 || [400, 404, 429].includes(status);

const dressed = (world: World, { name }: Operation, given: Reply): Reply => ({
	...given,
	headers: {
		...given.headers,
		'x-amzn-RequestId': uuid(world.random),
		...(tellsRate(given.status) && {
			'x-amzn-RateLimit-Limit': String(world.quotas.rate(name)),
		}),
	},
});

/** A refusal becomes an answer. */
const answered = async (world: World, work: () => Promise<Reply>): Promise<Reply> =>
	await work().catch((error: unknown) => {
		if (!(error instanceof Refused)) return Promise.reject(error);
		const given = refusalReply(error);
		return given.status === 422 ? { ...given, status: world.options.wrongState ?? 422 } : given;
	});

/** Two codes for the same thing; a client must take both (reference/amazon-seller-flex.md 21). */
const throttled = ({ isListed }: Operation) =>
	refusalReply(
		isListed
			? new Refused(429, 'RateLimited', 'Too many requests. Slow down.')
			: new Refused(429, 'QuotaExceeded', 'You exceeded your quota for the requested resource.'),
	);

const operationCall = (
	world: World,
	request: SandboxRequest,
	{ operation, params }: Matched,
): Call => {
	const { headers, query, body } = request;
	const token = headers['x-amz-access-token'];
	const dress = (given: Reply) => dressed(world, operation, given);
	const failure = new Refused(500, 'InternalFailure', 'We encountered an internal error.');
	const host = headers.host ?? 'sandbox';
	const said = isJson(body) ? JSON.parse(body) : body || null;
	return {
		asked: askedOf(request, operation.name, said, params.shipmentId ?? null),
		refused: () =>
			!world.lwa.access.isValid(token ?? '') || world.quotas.take(operation.name)
				? null
				: dress(throttled(operation)),
		instead: apiFaults(dress(refusalReply(failure)), dress(throttled(operation))),
		answer: async () =>
			dress(
				await answered(world, async () => {
					checkAccess(world, token, operation);
					return operation.answer(world, { params, query, body: bodyOf(request), host });
				}),
			),
	};
};

/** What a request is; null for a path that nothing answers. */
export const callOf = (world: World, request: SandboxRequest): Call | null => {
	const { method, path } = request;
	if (world.documents.isOf(request)) return documentCall(world, request);
	if (method === 'POST' && path === '/auth/o2/token') return tokenCall(world, request);
	if (method === 'GET' && path === '/apps/authorize/consent') return consentCall(world, request);
	const matched = operationOf(request);
	return matched && operationCall(world, request, matched);
};
