import { carriers } from './carriers';
import type { Catalog } from './catalog';
import { appOf } from './eligible';
import { type Filter, isMatch } from './filters';
import type { ListOrderArguments } from './listOrder';
import type { ListArguments } from './listProduct';
import { mutations } from './mutations';
import type { Listed } from './paging';
import { refusal } from './refusal';
import type { Shop } from './shop';
import { listTags } from './tags';
import type { IkasLocation, IkasMerchant } from './types';

/** What one call may see of the store. */
export interface Root {
	readonly merchant: IkasMerchant;
	readonly scopes: readonly string[];
	readonly locations: readonly IkasLocation[];
	readonly salesChannel: { readonly id: string; readonly name: string };
	readonly shop: Pick<Shop, 'byApi' | 'tags'>;
	readonly catalog: Pick<Catalog, 'push'>;
	listOrder(args: ListOrderArguments): Listed;
	listProduct(args: ListArguments): Listed;
	listProductStockLocation(args: ListArguments): Listed;
}

export interface Arguments {
	readonly id?: Filter | null;
	readonly name?: Filter | null;
	readonly [argument: string]: unknown;
}

export interface RootField {
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

const queries: Readonly<Record<string, RootField>> = {
	getMerchant: {
		scopes: [],
		resolve: ({ merchant }) => ({ ...merchant, firstName: 'Lale', lastName: 'Yıldız' }),
	},
	me: {
		scopes: [],
		resolve: ({ merchant, scopes, salesChannel }) => ({
			id: appOf(merchant),
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
	listProduct: {
		scopes: ['READ_PRODUCTS'],
		resolve: (root, args) => root.listProduct(args),
	},
	listProductStockLocation: {
		scopes: ['READ_INVENTORIES', 'READ_PRODUCTS'],
		resolve: (root, args) => root.listProductStockLocation(args),
	},
	listCargoCompany: {
		// Which scope it takes, if any, is not said (reference/ikas.md 2.1, 11.1).
		scopes: [],
		resolve: (_, { id }) => carriers.filter((carrier) => isMatch(carrier.id, id)),
	},
	listOrderTag: {
		scopes: ['READ_ORDERS'],
		resolve: ({ shop }, args) => listTags(shop.tags(), args),
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

const fields = { ...queries, ...mutations };

/** That a missing scope answers with status 200 like every other refusal is a guess (reference/ikas.md 4). */
export const resolveRoot = (name: string, args: Arguments, root: Root): unknown => {
	const field = fields[name];
	if (!field) throw refusal(`the sandbox does not play ${name}`, 'SANDBOX_NOT_IMPLEMENTED');
	if (field.scopes.length > 0 && !field.scopes.some((scope) => root.scopes.includes(scope))) {
		throw refusal(`${name} needs ${field.scopes.join(' or ')}`, 'FORBIDDEN');
	}
	return field.resolve(root, args);
};
