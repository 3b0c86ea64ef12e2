import type { Answer } from '../answers';
import type { CallFault } from '../faults';
import type { SandboxRequest } from '../wire';
import { graphql, questionOf } from './graphql';
import { listOrder } from './listOrder';
import { listProduct } from './listProduct';
import { listProductStockLocation } from './listStock';
import { formOf, token } from './oauth';
import type { Listed } from './paging';
import type { IkasAsked } from './types';
import type { World } from './world';

/** A call of the API, ready to be answered. */
export interface Call {
	readonly asked: IkasAsked;
	/** The rows that it listed, once it is answered. */
	listed: Listed | null;
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

const withTwin = (listed: Listed, next: () => number): Listed => {
	const at = Math.floor(next() * listed.data.length);
	return { ...listed, data: [...listed.data.slice(0, at + 1), ...listed.data.slice(at)] };
};

const bearerOf = ({ headers }: SandboxRequest) =>
	/^Bearer (.+)$/.exec(headers.authorization ?? '')?.[1] ?? '';

const graphqlCall = (world: World, request: SandboxRequest): Call => {
	const question = questionOf(request);
	const bearer = bearerOf(request);
	const client = world.tokens.ownerOf(bearer);
	const { operation, fields, variables } = question;
	const call: Call = {
		asked: { kind: 'graphql', client, operation, fields, variables },
		listed: null,
		answer(fault) {
			const shown = (listed: Listed) => {
				call.listed = fault === 'duplicateRows' ? withTwin(listed, world.faults.random) : listed;
				return call.listed;
			};
			const { settings, shop, catalog, salesChannel, ignoresSort } = world;
			return graphql(question, world.tokens.isValid(bearer), {
				...settings,
				scopes: settings.scopes.get(client ?? '') ?? [],
				salesChannel,
				shop,
				catalog,
				listOrder: (args) => shown(listOrder(shop, args, ignoresSort)),
				listProduct: (args) => shown(listProduct(catalog, args)),
				listProductStockLocation: (args) => shown(listProductStockLocation(catalog, args)),
			});
		},
	};
	return call;
};

/** The API by method and path (reference/ikas.md 2.2, 3). */
export const calls: Readonly<Record<string, (world: World, request: SandboxRequest) => Call>> = {
	'POST /api/admin/oauth/token': tokenCall,
	'POST /api/v1/admin/graphql': graphqlCall,
};
