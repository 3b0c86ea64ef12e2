import { GraphQLError } from 'graphql';
import { type Filter, isMatch } from './filters';
import type { ListOrderAnswer, ListOrderArguments } from './listOrder';
import type { IkasLocation, IkasMerchant } from './types';

/** What one call may see of the store. */
export interface Root {
	readonly merchant: IkasMerchant;
	readonly scopes: readonly string[];
	readonly locations: readonly IkasLocation[];
	readonly salesChannel: { readonly id: string; readonly name: string };
	listOrder(args: ListOrderArguments): ListOrderAnswer;
}

interface Arguments {
	readonly id?: Filter | null;
	readonly name?: Filter | null;
	readonly [argument: string]: unknown;
}

interface RootField {
	/** Any one of these scopes is enough; none means that no scope is needed. */
	readonly scopes: readonly string[];
	resolve(root: Root, args: Arguments): unknown;
}

const stockLocation = ({ id, name, city, deleted = false }: IkasLocation) => ({
	id,
	name,
	deleted,
	type: 'PHYSICAL',
	address: { city: { name: city ?? name }, country: { name: 'Türkiye' } },
});

const fields: Readonly<Record<string, RootField>> = {
	getMerchant: {
		scopes: [],
		resolve: ({ merchant }) => ({ ...merchant, firstName: 'Lale', lastName: 'Yıldız' }),
	},
	me: {
		scopes: [],
		resolve: ({ merchant, scopes, salesChannel }) => ({
			id: `app-${merchant.id}`,
			name: 'Order Hub',
			scope: scopes.join(',').toLowerCase(),
			scopes,
			salesChannelId: salesChannel.id,
		}),
	},
	listOrder: {
		scopes: ['READ_ORDERS'],
		resolve: (root, args) => root.listOrder(args),
	},
	listStockLocation: {
		// Which of the two it takes is not known (reference/ikas.md 2.1, 14).
		scopes: ['READ_INVENTORIES', 'READ_PRODUCTS'],
		resolve: ({ locations }, { id, name }) =>
			locations
				.filter((location) => isMatch(location.id, id) && isMatch(location.name, name))
				.map(stockLocation),
	},
	listSalesChannel: {
		scopes: [],
		resolve: ({ salesChannel, locations }, { id }) =>
			[salesChannel]
				.filter((channel) => isMatch(channel.id, id))
				.map((channel) => ({
					...channel,
					deleted: false,
					type: 'STOREFRONT',
					stockLocations: locations.map((location, order) => ({ id: location.id, order })),
				})),
	},
};

/** That a missing scope answers with status 200 like every other refusal is a guess (reference/ikas.md 4). */
export const resolveRoot = (name: string, args: Arguments, root: Root): unknown => {
	const field = fields[name];
	if (!field) {
		throw new GraphQLError(`the sandbox does not play ${name}`, {
			extensions: { code: 'SANDBOX_NOT_IMPLEMENTED' },
		});
	}
	if (field.scopes.length > 0 && !field.scopes.some((scope) => root.scopes.includes(scope))) {
		throw new GraphQLError(`${name} needs ${field.scopes.join(' or ')}`, {
			extensions: { code: 'FORBIDDEN' },
		});
	}
	return field.resolve(root, args);
};
