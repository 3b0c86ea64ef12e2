import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import {
	GraphQLError,
	type GraphQLSchema,
	type IntrospectionQuery,
	buildClientSchema,
	isScalarType,
	valueFromASTUntyped,
} from 'graphql';

interface Guarded {
	readonly name: string;
	/** In Shopify's words: "`read_orders` access scope or ...". */
	readonly requiredAccess?: string | null;
	/** Names, e-mails, phones and addresses of customers. */
	readonly isProtected?: boolean | null;
}

interface GuardedType extends Guarded {
	readonly fields: readonly Guarded[] | null;
}

interface Published {
	readonly data: IntrospectionQuery & {
		readonly __schema: { readonly types: readonly GuardedType[] };
	};
}

const typesIn = ({ data }: Published): readonly GuardedType[] => data.__schema.types;

/** A version of the Admin API: its schema, and what its types and fields (`Order`, `Shop.orderTags`) need. */
export interface AdminApi {
	readonly version: string;
	readonly schema: GraphQLSchema;
	readonly requiredAccess: ReadonlyMap<string, string>;
	readonly protectedFields: ReadonlySet<string>;
}

/** Those that need `@idempotent` (reference/shopify.md 1). 2026-01, whose stock writes differ, is not played. */
export const apiVersions = ['2026-04', '2026-07', '2026-10'] as const;

export type ApiVersion = (typeof apiVersions)[number];

const fileOf = (version: ApiVersion) =>
	join(__dirname, '../../node_modules/@shopify/dev-mcp/dist/data', `admin_${version}.json.gz`);

const invalid = (name: string, value: unknown) =>
	new GraphQLError(`${JSON.stringify(value)} is not a ${name}`);

const isInstant = (value: unknown): value is string =>
	typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value) && !Number.isNaN(Date.parse(value));

const isDecimal = (value: unknown): value is string | number =>
	typeof value === 'number' || (typeof value === 'string' && /^-?\d*(\.\d+)?$/.test(value));

/** What the scalars take, which introspection does not say. An empty decimal is let through: it is a missing one. */
const scalars: Readonly<Record<string, (value: unknown) => unknown>> = {
	DateTime(value) {
		if (isInstant(value)) return value;
		throw invalid('DateTime', value);
	},
	Decimal(value) {
		if (isDecimal(value)) return String(value);
		throw invalid('Decimal', value);
	},
	URL(value) {
		if (typeof value === 'string' && URL.canParse(value)) return value;
		throw invalid('URL', value);
	},
};

const withScalars = (schema: GraphQLSchema) => {
	for (const [name, parse] of Object.entries(scalars)) {
		const type = schema.getType(name);
		if (!isScalarType(type)) continue;
		type.parseValue = parse;
		type.parseLiteral = (node) => parse(valueFromASTUntyped(node));
	}
	return schema;
};

const accessIn = (published: Published) => {
	const access = new Map<string, string>();
	for (const { name, requiredAccess, fields } of typesIn(published)) {
		if (requiredAccess) access.set(name, requiredAccess);
		for (const field of fields ?? []) {
			if (field.requiredAccess) access.set(`${name}.${field.name}`, field.requiredAccess);
		}
	}
	return access;
};

const protectedIn = (published: Published) =>
	new Set(
		typesIn(published).flatMap(({ name, fields }) =>
			(fields ?? []).flatMap((field) => (field.isProtected ? [`${name}.${field.name}`] : [])),
		),
	);

const load = (version: ApiVersion): AdminApi => {
	const published: Published = JSON.parse(gunzipSync(readFileSync(fileOf(version))).toString());
	return {
		version,
		schema: withScalars(buildClientSchema(published.data, { assumeValid: true })),
		requiredAccess: accessIn(published),
		protectedFields: protectedIn(published),
	};
};

const known = new Map<ApiVersion, AdminApi>();

/** Shopify's own schema, as its package for tools publishes it: read when first asked for, once per process. */
export const adminApi = (version: ApiVersion): AdminApi => {
	const api = known.get(version) ?? load(version);
	known.set(version, api);
	return api;
};

const isVersion = (text: string): text is ApiVersion => apiVersions.some((one) => one === text);

/** A retired version is served by the oldest there is (reference/shopify.md 1); null for one that never was. */
export const servedVersion = (
	asked: string,
	oldest: ApiVersion = apiVersions[0],
): ApiVersion | null => {
	if (isVersion(asked) && asked >= oldest) return asked;
	return /^20\d\d-(01|04|07|10)$/.test(asked) && asked < oldest ? oldest : null;
};
