import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The contract lies beside the repository, not in it, and not on every machine. */
export const contractFile = join(
	__dirname,
	'../../../../shared/contracts/sellercenter/openapi.json',
);

interface Schema {
	readonly $ref?: string;
	readonly type?: string;
	readonly nullable?: boolean;
	readonly enum?: readonly unknown[];
	readonly items?: Schema;
	readonly minItems?: number;
	readonly maxItems?: number;
	readonly required?: readonly string[];
	readonly properties?: Readonly<Record<string, Schema>>;
}

interface Content {
	readonly content?: Readonly<Record<string, { readonly schema: Schema }>>;
}

interface Parameter {
	readonly name: string;
	readonly in: string;
	readonly required?: boolean;
	readonly schema: Schema;
}

interface Call {
	readonly parameters?: readonly Parameter[];
	readonly requestBody?: Content;
	readonly responses: Readonly<Record<string, Content & { readonly $ref?: string }>>;
}

interface Contract {
	readonly paths: Readonly<Record<string, Readonly<Record<string, Call>>>>;
	readonly components: Readonly<Record<string, Readonly<Record<string, Schema & Content>>>>;
}

const kindOf = (value: unknown) => {
	if (Array.isArray(value)) return 'array';
	if (typeof value !== 'number') return value === null ? 'null' : typeof value;
	return Number.isInteger(value) ? 'integer' : 'number';
};

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
	kindOf(value) === 'object';

/** What the contract says of calls, and where something is not as it says. */
export const sellerCenterContract = () => {
	const contract: Contract = JSON.parse(readFileSync(contractFile, 'utf8'));

	const resolved = (ref: string) => {
		const [, kind = '', name = ''] = /^#\/components\/(\w+)\/(\w+)$/.exec(ref) ?? [];
		return contract.components[kind]?.[name] ?? {};
	};

	const inObject = (schema: Schema, value: Readonly<Record<string, unknown>>, at: string) => [
		...(schema.required ?? [])
			.filter((name) => !(name in value))
			.map((name) => `${at}.${name} is missing`),
		...Object.entries(value).flatMap(([name, inner]): readonly string[] => {
			if (!schema.properties) return [];
			const known = schema.properties[name];
			return known ? faults(known, inner, `${at}.${name}`) : [`${at}.${name} is not known`];
		}),
	];

	const inList = (schema: Schema, value: readonly unknown[], at: string) => {
		const { items, minItems = 0, maxItems = Number.POSITIVE_INFINITY } = schema;
		const isLong = value.length < minItems || value.length > maxItems;
		return [
			...(isLong ? [`${at} has ${value.length} elements`] : []),
			...value.flatMap((inner, place) => (items ? faults(items, inner, `${at}.${place}`) : [])),
		];
	};

	const faults = (given: Schema, value: unknown, at: string): readonly string[] => {
		const schema = given.$ref ? resolved(given.$ref) : given;
		if (value === null) return schema.nullable || !schema.type ? [] : [`${at} is null`];
		const kind = kindOf(value);
		const fits = kind === schema.type || (kind === 'integer' && schema.type === 'number');
		if (schema.type && !fits) return [`${at} is ${kind} and not ${schema.type}`];
		if (schema.enum && !schema.enum.includes(value)) return [`${at} is ${String(value)}`];
		if (Array.isArray(value)) return inList(schema, value, at);
		return isRecord(value) ? inObject(schema, value, at) : [];
	};

	const callAt = (method: string, path: string): Call => {
		const call = contract.paths[path]?.[method.toLowerCase()];
		if (!call) throw new Error(`the contract has no ${method} ${path}`);
		return call;
	};

	const schemaOf = ({ content = {} }: Content) => content['application/json']?.schema ?? null;

	return {
		calls: Object.entries(contract.paths).flatMap(([path, methods]) =>
			Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
		),
		answerFaults(method: string, path: string, status: number, body: unknown) {
			const told = callAt(method, path).responses[status];
			if (!told) return [`${status} is not told of`];
			const schema = schemaOf(told.$ref ? resolved(told.$ref) : told);
			return schema ? faults(schema, body, 'body') : [];
		},
		requestFaults(method: string, path: string, body: unknown) {
			const schema = schemaOf(callAt(method, path).requestBody ?? {});
			return schema ? faults(schema, body, 'body') : ['there is no body'];
		},
		parameters: (method: string, path: string) =>
			(callAt(method, path).parameters ?? []).filter((one) => one.in === 'query'),
	};
};
