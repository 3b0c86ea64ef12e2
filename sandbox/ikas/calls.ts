import type { CallFault } from '../faults';
import type { SandboxRequest } from '../wire';
import type { Answer } from './answers';
import type { Asked } from './callLog';
import { graphql, questionOf } from './graphql';
import { type ListOrderAnswer, listOrder } from './listOrder';
import { formOf, token } from './oauth';
import type { World } from './world';

/** A call of the API, ready to be answered. */
export interface Call {
	readonly asked: Asked;
	/** The rows that it listed, once it is answered. */
	listed: ListOrderAnswer | null;
	answer(fault: CallFault | null): Promise<Answer>;
}

const tokenCall = (world: World, request: SandboxRequest): Call => ({
	asked: {
		kind: 'token',
		client: formOf(request).get('client_id'),
		operation: null,
		fields: [],
		variables: null,
	},
	listed: null,
	answer: async () => token(request, world.credentials, world.tokens),
});

const withTwin = (listed: ListOrderAnswer, next: () => number): ListOrderAnswer => {
	const at = Math.floor(next() * listed.data.length);
	return { ...listed, data: [...listed.data.slice(0, at + 1), ...listed.data.slice(at)] };
};

const bearerOf = ({ headers }: SandboxRequest) =>
	/^Bearer (.+)$/.exec(headers.authorization ?? '')?.[1] ?? '';

const graphqlCall = (world: World, request: SandboxRequest): Call => {
	const question = questionOf(request);
	const bearer = bearerOf(request);
	const client = world.tokens.clientOf(bearer);
	const { operation, fields, variables } = question;
	const call: Call = {
		asked: { kind: 'graphql', client, operation, fields, variables },
		listed: null,
		answer: (fault) =>
			graphql(question, world.tokens.isValid(bearer), {
				...world.settings,
				scopes: world.settings.scopes.get(client ?? '') ?? [],
				salesChannel: world.salesChannel,
				listOrder(args) {
					const listed = listOrder(world.shop, args, world.ignoresSort);
					call.listed = fault === 'duplicateRows' ? withTwin(listed, world.faults.random) : listed;
					return call.listed;
				},
			}),
	};
	return call;
};

/** The API by method and path (reference/ikas.md 2.2, 3). */
export const calls: Readonly<Record<string, (world: World, request: SandboxRequest) => Call>> = {
	'POST /api/admin/oauth/token': tokenCall,
	'POST /api/v1/admin/graphql': graphqlCall,
};
