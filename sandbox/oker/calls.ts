import type { CallFault } from '../faults';
import type { SandboxRequest } from '../wire';
import { type Reply, refusalReply, reply, webPage } from './answers';
import type { OkerAsked } from './callTypes';
import { type Described, bodyFaults, described, readParameters } from './contract';
import { answeredOnce } from './once';
import { operationOf } from './operations';
import { Refused, badRequest } from './refused';
import { signIn } from './signIn';
import type { World } from './world';

/** A call, ready to be answered. */
export interface Call {
	readonly asked: OkerAsked;
	/** A refusal that comes before any fault. */
	refused(): Reply | null;
	answer(): Reply;
	/** As a refusal of this gateway, whatever it refuses. */
	refusal(refused: Refused): Reply;
}

/** A fault that answers in the place of the API. */
export const insteadOf = (
	call: Pick<Call, 'refusal'>,
): Readonly<Partial<Record<CallFault, () => Reply>>> => ({
	dropBefore: () => reply(0, null),
	rate429: () =>
		call.refusal(
			new Refused(429, 'RATE_LIMITED', 'Slow down', { isRetryable: true, retryAfterMs: 1000 }),
		),
	rate500: () =>
		call.refusal(new Refused(500, 'INTERNAL_ERROR', 'Unexpected failure', { isRetryable: true })),
	html: () => webPage(200, 'Please sign in'),
});

const bodyIn = ({ body }: SandboxRequest): unknown => {
	if (body === '') return null;
	try {
		return JSON.parse(body);
	} catch {
		return body;
	}
};

/** All texts under these names, however deep. */
const textsUnder = (body: unknown, names: readonly string[]): readonly string[] => {
	if (typeof body !== 'object' || body === null) return [];
	return Object.entries(body).flatMap(([name, value]) =>
		names.includes(name)
			? [value].flat().filter((text) => typeof text === 'string')
			: textsUnder(value, names),
	);
};

const listed = (text: string | undefined) => (text ? text.split(',') : []);

const tokenPath = '/authToken';

const askedOf = (world: World, request: SandboxRequest, operation: Described): OkerAsked => {
	const { method, path, query, search = '', headers } = request;
	const isToken = operation.path === tokenPath;
	const body = bodyIn(request);
	const [user] = [query.username, ...textsUnder(body, ['username'])].filter(Boolean);
	const known = world.credentials.some(({ username }) => username === user) ? (user ?? null) : null;
	return {
		kind: isToken ? 'token' : operation.id,
		method,
		path: isToken ? path : `${path}${search}`,
		seller: isToken ? known : world.tokens.ownerOf(headers.apikey ?? ''),
		orders: [...new Set([...textsUnder(body, ['orderId']), ...listed(query.orderIds)])],
		items: [...new Set([...textsUnder(body, ['orderItemId']), ...listed(query.orderItemIds)])],
		body: isToken ? null : body,
		key: headers['idempotency-key'] ?? null,
	};
};

/** Older gateways answer some of it with 200. */
const statusful = [
	'updateInventory',
	'acknowledgeOrder',
	'cancelOrder',
	'dispatchOrders',
	'postShipmentDetails',
];

const refusalIn = (world: World, { id }: Described, refused: Refused): Reply => {
	world.requests += 1;
	const { level, failsWith200 } = world.settings;
	const isOld = failsWith200 && refused.status < 429 && refused.status !== 401;
	return isOld && statusful.includes(id)
		? { ...reply(200, { status: 'FAILED', message: refused.message }), code: refused.code }
		: refusalReply(refused, level, `req-${(0x7f20 + world.requests).toString(16)}`);
};

/** The request as the contract describes it, or a refusal. */
const checked = (operation: Described, request: SandboxRequest) => {
	const { values, faults } = readParameters(operation, request.query, request.headers);
	const body = bodyIn(request);
	operationOf(operation.id)?.check?.(body);
	const all = [...faults, ...(operation.hasBody ? bodyFaults(operation, body) : [])];
	if (all.length > 0) throw badRequest(all);
	return { values, body, headers: request.headers };
};

const signedIn = (world: World, operation: Described, { headers }: SandboxRequest) => {
	if (!world.tokens.isValid(headers.apikey ?? '')) {
		throw new Refused(401, 'TOKEN_EXPIRED', 'Token expired', { isRetryable: true });
	}
	if (world.settings.forbidden.includes(operation.id)) {
		throw new Refused(403, 'FORBIDDEN', 'Seller account is suspended');
	}
};

/** A refusal becomes an answer. */
const answered = (work: () => Reply, refusal: Call['refusal']): Reply => {
	try {
		return work();
	} catch (error) {
		if (error instanceof Refused) return refusal(error);
		return refusal(new Refused(500, 'INTERNAL_ERROR', String(error)));
	}
};

const answerTo = (
	world: World,
	operation: Described,
	request: SandboxRequest,
	refusal: Call['refusal'],
): Reply => {
	if (operation.path === tokenPath) {
		if (operation.method === 'POST' && world.settings.signIn === 'get') {
			throw new Refused(405, 'OPERATION_NOT_SUPPORTED', 'Use GET');
		}
		const { values, body } = checked(operation, request);
		const { username, password } = Object(operation.hasBody ? body : values);
		return signIn(world, { username: String(username), password: String(password) });
	}
	signedIn(world, operation, request);
	const found = operationOf(operation.id);
	if (!found) throw new Refused(404, 'OPERATION_NOT_SUPPORTED', 'Not found');
	const asked = checked(operation, request);
	return answeredOnce(world, request, () => answered(() => found.answer(world, asked), refusal));
};

const quotaRefusal = (world: World, seller: string | null): Refused | null => {
	const waitMs = seller === null ? 0 : world.takeQuota('seller');
	if (waitMs === 0) return null;
	world.quotaHits += 1;
	return new Refused(429, 'RATE_LIMITED', 'Slow down', { isRetryable: true, retryAfterMs: waitMs });
};

/** Where the contract lies on the host, as its document has it. */
export const basePath = '/v1';

/** What a request is; null for a path or a method that nothing answers. */
export const callOf = (world: World, request: SandboxRequest): Call | null => {
	const { method, path } = request;
	const operation = described.find(
		(one) => one.method === method && `${basePath}${one.path}` === path,
	);
	if (!operation) return null;
	const asked = askedOf(world, request, operation);
	const refusal = (refused: Refused) => refusalIn(world, operation, refused);
	return {
		asked,
		refusal,
		refused() {
			const refused = quotaRefusal(world, asked.seller);
			return refused && refusal(refused);
		},
		answer: () => answered(() => answerTo(world, operation, request, refusal), refusal),
	};
};
