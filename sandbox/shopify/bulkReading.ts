import { type DocumentNode, Kind, execute, parseValue, visit } from 'graphql';
import { type BulkQuery } from './bulkRules';
import { type Root, fieldResolver, typeResolver } from './resolve';

/** What a bulk query came to: a line for each row, or the code of what it broke on. */
export type BulkRead =
	| { readonly lines: readonly string[]; readonly errorCode: null }
	| { readonly lines: null; readonly errorCode: string };

const rowsAtOnce = 250;

/** The same query for some of the rows, as a caller asks for a page: what it says itself of `first` does not count. */
const pageOf = (document: DocumentNode, root: string, after: string | null): DocumentNode =>
	visit(document, {
		Field(node, _key, _parent, _path, ancestors) {
			const isRoot =
				ancestors.filter((one) => 'kind' in one && one.kind === Kind.FIELD).length === 0;
			if (!isRoot || (node.alias?.value ?? node.name.value) !== root) return undefined;
			const own = (node.arguments ?? []).filter(({ name }) => name.value !== 'first');
			const given = { first: String(rowsAtOnce), ...(after && { after: JSON.stringify(after) }) };
			const more = Object.entries(given).map(([name, value]) => ({
				kind: Kind.ARGUMENT as const,
				name: { kind: Kind.NAME as const, value: name },
				value: parseValue(value),
			}));
			const [info] = pageInfo;
			const selections = [...(node.selectionSet?.selections ?? []), ...(info ? [info] : [])];
			return {
				...node,
				arguments: [...own, ...more],
				selectionSet: { kind: Kind.SELECTION_SET as const, selections },
			};
		},
	});

const named = (value: string) => ({ kind: Kind.NAME as const, value });

const pageInfo = [
	{
		kind: Kind.FIELD as const,
		name: named('pageInfo'),
		alias: named('bulkPage'),
		selectionSet: {
			kind: Kind.SELECTION_SET as const,
			selections: ['hasNextPage', 'endCursor'].map((name) => ({
				kind: Kind.FIELD as const,
				name: named(name),
			})),
		},
	},
];

interface Page {
	readonly edges?: readonly { readonly node: unknown }[];
	readonly nodes?: readonly unknown[];
	readonly bulkPage: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** Reads all of it, at once and outside of the bucket (reference/shopify.md 6). */
export const bulkRead = (contextValue: Root, { document, root }: BulkQuery): BulkRead => {
	const { schema } = contextValue.api;
	const lines: string[] = [];
	for (let after: string | null = null, more = true; more; ) {
		const page = pageOf(document, root, after);
		const result = execute({ schema, document: page, contextValue, fieldResolver, typeResolver });
		if (result instanceof Promise) throw new Error('the sandbox has waited');
		const [error] = result.errors ?? [];
		if (error?.extensions.code === 'SANDBOX_NOT_IMPLEMENTED') throw error;
		if (error) {
			const code = error.extensions.code === 'ACCESS_DENIED' ? 'ACCESS_DENIED' : null;
			return { lines: null, errorCode: code ?? 'INTERNAL_SERVER_ERROR' };
		}
		const { edges, nodes, bulkPage } = Reflect.get(Object(result.data), root) as Page;
		const rows = edges?.map(({ node }) => node) ?? nodes ?? [];
		for (const row of rows) lines.push(JSON.stringify(row));
		after = bulkPage.endCursor;
		more = bulkPage.hasNextPage;
	}
	return { lines, errorCode: null };
};
