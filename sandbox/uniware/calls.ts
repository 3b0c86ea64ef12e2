import type { CallFault } from '../faults';
import type { SandboxRequest } from '../wire';
import {
	type Reply,
	refusalReply,
	reply,
	tooManyRequests,
	unauthorised,
	unparsable,
	webPage,
} from './answers';
import { jsonIn } from './body';
import type { UniwareAsked } from './callTypes';
import type { Operation } from './operation';
import { operationOf } from './operations';
import { Refused } from './refused';
import { loginIn, signIn, tokenPath } from './signIn';
import type { World } from './world';

/** A call, ready to be answered. */
export interface Call {
	readonly asked: UniwareAsked;
	answer(): Reply;
}

/** Faults that answer in the place of the API. */
export const instead: Readonly<Partial<Record<CallFault, () => Reply>>> = {
	dropBefore: () => reply(0, null),
	rate429: () => tooManyRequests(1000),
	rate500: () => webPage(500, 'Something went wrong'),
	html: () => webPage(200, 'Please sign in'),
};

const tokenCall = (world: World, request: SandboxRequest): Call => {
	const username = loginIn(request).get('username');
	const isKnown = world.credentials.some((one) => one.username === username);
	const { method, path } = request;
	return {
		asked: {
			...{ kind: 'token', method, path, user: isKnown ? username : null },
			...{ facility: null, order: null, body: null },
		},
		answer: () => signIn(world, request),
	};
};

/** Both spellings are taken (reference/uniware-oker.md 10). */
const bearerOf = ({ headers }: SandboxRequest) =>
	/^[Bb]earer (.+)$/.exec(headers.authorization ?? '')?.[1] ?? '';

const orderIn = (body: unknown): string | null => {
	const { saleOrder, saleOrderCode, code } = Object(body);
	const named: unknown = saleOrder?.code ?? saleOrderCode ?? code;
	return typeof named === 'string' ? named : null;
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

const operationAnswer = (
	world: World,
	operation: Operation,
	{ body, facility }: { readonly body: unknown; readonly facility: string | null },
): Reply =>
	answered(() => {
		if (operation.isOfFacility) world.places.checked(facility ?? '');
		return operation.answer(world, { body, facility });
	});

const operationCall = (world: World, request: SandboxRequest, operation: Operation): Call => {
	const { method, path, query, headers } = request;
	const bearer = bearerOf(request);
	const body = method === 'GET' ? query : jsonIn(request);
	const facility = headers.facility ?? null;
	return {
		asked: {
			...{ kind: operation.name, method, path, user: world.tokens.ownerOf(bearer) },
			...{ facility, order: orderIn(body), body: body ?? null },
		},
		answer() {
			if (!world.tokens.isValid(bearer)) return unauthorised();
			// As of a right that lacks, or of an address that is not on the list (reference/uniware-oker.md 1.2).
			if (world.settings.forbidden.includes(operation.name)) return webPage(403, 'Forbidden');
			if (body === undefined) return unparsable();
			return operationAnswer(world, operation, { body, facility });
		},
	};
};

/** What a request is; null for a path or a method that nothing answers, in this very case. */
export const callOf = (world: World, request: SandboxRequest): Call | null => {
	const { method, path } = request;
	if (path === tokenPath && ['GET', 'POST'].includes(method)) return tokenCall(world, request);
	const operation = operationOf(request);
	return operation ? operationCall(world, request, operation) : null;
};
