import type { CallFault } from '../faults';
import type { SandboxRequest } from '../wire';
import {
	type Reply,
	hungUp,
	refusalReply,
	serverError,
	tooManyRequests,
	unauthorised,
	webPage,
} from './answers';
import { jsonIn } from './body';
import type { Family, OmnifulAsked } from './callTypes';
import type { Asked, Operation } from './operation';
import { operationOf, prefix } from './operations';
import { Refused } from './refused';
import { clientIn, signIn, tokenPaths } from './signIn';
import type { World } from './world';

/** A call, ready to be answered. */
export interface Call {
	readonly asked: OmnifulAsked;
	/** Whose calls it counts among; null for one that counts nowhere. */
	readonly family: Family | null;
	answer(): Reply;
}

/** Faults that answer in the place of the API. */
export const instead: Readonly<Partial<Record<CallFault, () => Reply>>> = {
	dropBefore: hungUp,
	rate429: tooManyRequests,
	rate500: () => serverError(),
	html: () => webPage(200, 'Please sign in'),
};

const tokenCall = (world: World, request: SandboxRequest, family: Family): Call => {
	const client = clientIn(request.body);
	const isKnown = client === world.credentials[family].clientId;
	const { method, path } = request;
	return {
		family: null,
		asked: {
			...{ kind: 'token', method, path, query: '', client: isKnown ? client : null },
			...{ order: null, body: null },
		},
		answer: () => signIn(world, family, request.body),
	};
};

const bearerOf = ({ headers }: SandboxRequest) =>
	/^Bearer (.+)$/.exec(headers.authorization ?? '')?.[1] ?? '';

/** A refusal becomes an answer. */
const answered = (work: () => Reply): Reply => {
	try {
		return work();
	} catch (error) {
		if (error instanceof Refused) return refusalReply(error);
		return serverError(String(error));
	}
};

/** What is said where a switch of the integration is off (reference/omniful.md 7). */
const switchedOff = {
	orderSync: 'Please enable order sync',
	inventorySync: 'Please enable inventory sync',
} as const;

const operationAnswer = (world: World, operation: Operation, asked: Asked): Reply =>
	answered(() => {
		const { needs } = operation;
		if (needs && !world.settings[needs]) throw new Refused(switchedOff[needs]);
		if (operation.method !== 'GET' && asked.body === undefined) throw new Refused('InvalidRequest');
		return operation.answer(world, asked);
	});

const orderIn = (params: Asked['params'], body: unknown): string | null => {
	const named: unknown = params.order ?? params.id ?? Object(body).order_id;
	return typeof named === 'string' ? named : null;
};

const operationCall = (
	world: World,
	request: SandboxRequest,
	{ operation, params }: NonNullable<ReturnType<typeof operationOf>>,
): Call => {
	const { method, path, search = '', headers } = request;
	const bearer = bearerOf(request);
	const { family } = operation;
	const owner = world.tokens.ownerOf(bearer);
	// Approve has no body.
	const body = request.body === '' ? null : jsonIn(request.body);
	return {
		family,
		asked: {
			...{ kind: operation.name, method, path, query: search, client: owner },
			...{ order: orderIn(params, body), body: body ?? null },
		},
		answer() {
			// Also with a token of the other family (reference/omniful.md 1.1).
			const isOfFamily = owner === world.credentials[family].clientId;
			if (!isOfFamily || !world.tokens.isValid(bearer)) return unauthorised();
			const query = new URLSearchParams(search);
			const origin = `http://${headers.host ?? '127.0.0.1'}`;
			return operationAnswer(world, operation, { params, query, body, origin });
		},
	};
};

/** What a request is; null for a path or a method that nothing answers. */
export const callOf = (world: World, request: SandboxRequest): Call | null => {
	const { method, path } = request;
	const family = tokenPaths[path.slice(prefix.length)];
	if (method === 'POST' && path.startsWith(prefix) && family) {
		return tokenCall(world, request, family);
	}
	const found = operationOf(request);
	return found && operationCall(world, request, found);
};
