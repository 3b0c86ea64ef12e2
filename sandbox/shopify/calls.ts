import { answer } from '../answers';
import type { CallFault } from '../faults';
import type { SandboxRequest } from '../wire';
import { type Reply, badToken, notFound, replyOf } from './answers';
import { bulkFile } from './bulkFile';
import { isBulkFile } from './bulkView';
import { type Question, graphql, questionOf } from './graphql';
import { askedFor, token } from './oauth';
import { refusal } from './refusal';
import { type AdminApi, adminApi, servedVersion } from './schema';
import { withTwin } from './told';
import type { ShopifyAsked } from './types';
import type { World } from './world';

/** A call of the API, ready to be answered. */
export interface Call {
	readonly asked: ShopifyAsked;
	answer(fault: CallFault | null): Reply;
}

const tokenCall = (world: World, request: SandboxRequest): Call => ({
	asked: {
		kind: 'token',
		client: askedFor(request).get('client_id') ?? null,
		version: null,
		operation: null,
		fields: [],
		variables: null,
	},
	answer: () => replyOf(token(world, request)),
});

const storageCall = (world: World, request: SandboxRequest): Call => ({
	asked: { ...nothing, kind: 'storage' },
	answer: () => bulkFile(world, request),
});

const nothing = { client: null, version: null, operation: null, fields: [], variables: null };

/** Whose token it is; the static one is the app's, too. */
const clientOf = ({ tokens, credential }: World, given: string): string | null =>
	given === credential.accessToken ? credential.clientId : tokens.ownerOf(given);

const isValid = ({ tokens, credential }: World, given: string) =>
	given === credential.accessToken || tokens.isValid(given);

const withRowTwice = (world: World, reply: Reply): Reply => {
	const { data, ...rest } = Object(reply.body);
	return data ? { ...reply, body: { ...rest, data: withTwin(data, world.faults.random) } } : reply;
};

/** As if something had broken after all was done (reference/shopify.md 5). */
const withInternalError = (reply: Reply): Reply => {
	const error = refusal(
		'Internal error. Looks like something went wrong on our end.',
		'INTERNAL_SERVER_ERROR',
	);
	const { extensions } = Object(reply.body);
	const body = { errors: [error.toJSON()], ...(extensions && { extensions }) };
	return { ...reply, body, code: 'INTERNAL_SERVER_ERROR' };
};

const throttledBy = (world: World, api: AdminApi): Reply => {
	const error = refusal('Throttled', 'THROTTLED');
	const { maximumAvailable, restoreRate } = world.bucket.status();
	const throttleStatus = { maximumAvailable, currentlyAvailable: 0, restoreRate };
	const cost = { requestedQueryCost: restoreRate, actualQueryCost: null, throttleStatus };
	const body = { errors: [error.toJSON()], extensions: { cost } };
	return replyOf(answer(200, body, 'THROTTLED'), { headers: versionHeader(api) });
};

const versionHeader = ({ version }: AdminApi) => ({ 'x-shopify-api-version': version });

/** "A used field is going away" (reference/shopify.md, addendum); what stands there is a guess. */
const deprecationHeader = ({ checked }: Question): Readonly<Record<string, string>> =>
	checked?.deprecated ? { 'x-shopify-api-deprecated-reason': checked.deprecated } : {};

const graphqlCall = (world: World, request: SandboxRequest, api: AdminApi): Call => {
	const question = questionOf(api, request);
	const given = request.headers['x-shopify-access-token'] ?? '';
	const { operation, fields, variables } = question;
	const client = clientOf(world, given);
	const { version } = api;
	return {
		asked: {
			kind: 'graphql',
			client,
			version,
			operation: operation?.name?.value ?? null,
			fields,
			variables,
		},
		answer(fault) {
			if (!isValid(world, given)) return badToken();
			const mishap = world.mishaps.forCall(['graphql', ...fields]);
			if (mishap === 'throttled') return throttledBy(world, api);
			const reply = graphql(world, api, question);
			const shown = fault === 'duplicateRows' ? withRowTwice(world, reply) : reply;
			const headers = { ...shown.headers, ...versionHeader(api), ...deprecationHeader(question) };
			return { ...(mishap === 'internal' ? withInternalError(shown) : shown), headers };
		},
	};
};

const endpoint = /^\/admin\/api\/([^/]+)\/graphql\.json$/;

/** Wrong paths, and versions that never were, are not there (reference/shopify.md 5). */
const missingCall = (asked: Partial<ShopifyAsked>): Call => ({
	asked: {
		kind: 'graphql',
		client: null,
		version: null,
		operation: null,
		fields: [],
		variables: null,
		...asked,
	},
	answer: notFound,
});

/** What a request is; null for what is no call of the API at all. */
export const callOf = (world: World, request: SandboxRequest): Call | null => {
	const { method, path } = request;
	if (method === 'POST' && path === '/admin/oauth/access_token') return tokenCall(world, request);
	if (isBulkFile(path)) return storageCall(world, request);
	const [, asked] = endpoint.exec(path) ?? [];
	if (asked === undefined || method !== 'POST') return null;
	const version = servedVersion(asked, world.options.oldestVersion);
	return version ? graphqlCall(world, request, adminApi(version)) : missingCall({ version: asked });
};
