import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { HttpRequest } from '../../channels/connector';

/** The description of SellerCenter: it lies beside the repository, not in it, and not on every machine. */
const file = join(__dirname, '../../../shared/contracts/sellercenter/openapi.json');

export const hasContract = existsSync(file);

interface Schema {
	readonly $ref?: string;
	readonly type?: 'object' | 'array' | 'string' | 'integer' | 'number' | 'boolean';
	readonly enum?: readonly unknown[];
	readonly format?: string;
	readonly anyOf?: readonly Schema[];
	readonly properties?: Readonly<Record<string, Schema>>;
	readonly required?: readonly string[];
	readonly items?: Schema;
	readonly maxItems?: number;
}

interface Parameter {
	readonly name: string;
	readonly in: string;
	readonly required?: boolean;
	readonly schema: Schema;
}

type Content = Readonly<Record<string, { readonly schema: Schema }>>;

interface Operation {
	readonly parameters?: readonly Parameter[];
	readonly requestBody?: { readonly content: Content };
	readonly responses: Readonly<Record<string, { readonly content?: Content }>>;
}

interface Contract {
	readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
	readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

const contract: Contract = hasContract
	? (JSON.parse(readFileSync(file, 'utf8')) as Contract)
	: { paths: {}, components: { schemas: {} } };

const resolved = (schema: Schema = {}): Schema =>
	schema.$ref === undefined
		? schema
		: (contract.components.schemas[schema.$ref.split('/').at(-1) ?? ''] ?? {});

export const pathOf = ({ path }: HttpRequest): string => path.split('?')[0] ?? '';

/** The operation that a request is for. */
export function operationOf(request: HttpRequest): Operation {
	for (const [template, operations] of Object.entries(contract.paths)) {
		const pattern = new RegExp(`^${template.replace(/\{\w+\}/g, '[^/]+')}$`);
		const operation = operations[request.method.toLowerCase()];
		if (pattern.test(pathOf(request)) && operation) return operation;
	}
	throw new Error(`the contract has no ${request.method} ${request.path}`);
}

const isOf = (value: unknown, { type, enum: values }: Schema): boolean => {
	if (values !== undefined && !values.includes(value)) return false;
	if (type === 'integer') return Number.isInteger(value);
	return type === undefined || typeof value === type;
};

/** What is wrong with a value, each a sentence. A name that the contract does not have is wrong. */
function faults(value: unknown, given: Schema, at: string): readonly string[] {
	const schema = resolved(given);
	if (schema.type === 'array') {
		if (!Array.isArray(value)) return [`${at} is no list`];
		const isLong = value.length > (schema.maxItems ?? Infinity);
		const each = value.flatMap((one, n) => faults(one, schema.items ?? {}, `${at}[${n}]`));
		return isLong ? [`${at} is too long`, ...each] : each;
	}
	if (schema.type !== 'object') return isOf(value, schema) ? [] : [`${at} is wrong`];
	const { properties = {}, required = [] } = schema;
	const fields = Object(value);
	return [
		...required.filter((name) => !(name in fields)).map((name) => `${at}.${name} is missing`),
		...Object.entries(fields).flatMap(([name, one]) =>
			properties[name] === undefined
				? [`${at}.${name} is not known`]
				: faults(one, properties[name], `${at}.${name}`),
		),
	];
}

/** As a query writes it: booleans as 1 and 0 (reference/the-iconic-sellercenter.md 4). */
const inQuery = (text: string, schema: Schema): unknown => {
	if (schema.type === 'boolean') return text === '1';
	return schema.type === 'integer' ? Number(text) : text;
};

function queryFaults({ path }: HttpRequest, parameters: readonly Parameter[]): readonly string[] {
	const query = [...new URLSearchParams(path.split('?')[1])];
	const names = query.map(([name]) => name);
	const missing = parameters
		.filter((one) => one.required && one.in === 'query')
		.map(({ name }) => name);
	return [
		...missing.filter((name) => !names.includes(name)).map((name) => `${name} is missing`),
		...query.flatMap(([name, text]) => {
			const found = parameters.find((one) => one.name === name && one.in === 'query');
			if (found === undefined) return [`${name} is not known`];
			const schema = found.schema.items ?? found.schema;
			return faults(inQuery(text, schema), schema, name);
		}),
	];
}

/** What the contract has against a request. */
export function requestFaults(request: HttpRequest): readonly string[] {
	const { parameters = [], requestBody } = operationOf(request);
	const schema = requestBody?.content['application/json']?.schema;
	return [
		...queryFaults(request, parameters),
		...(schema === undefined ? [] : faults(request.body, schema, 'body')),
	];
}

const texts: Readonly<Record<string, string>> = {
	'date-time': '2026-03-02T10:15:00.123456Z',
	uuid: '11111111-2222-4333-8444-555555555555',
};

/** A value with all that the schema names. */
function sample(given: Schema): unknown {
	const schema = resolved(given);
	if (schema.enum !== undefined) return schema.enum[0];
	if (schema.type === 'array') return [sample(schema.items ?? {})];
	if (schema.type === 'object') {
		const { properties = {} } = schema;
		return Object.fromEntries(Object.entries(properties).map(([name, one]) => [name, sample(one)]));
	}
	if (schema.type === 'boolean') return true;
	if (schema.type === 'integer' || schema.type === 'number') return 7;
	return texts[schema.format ?? ''] ?? 'text';
}

/** A good answer to the request, with all that the contract names. */
export function answerTo(request: HttpRequest): unknown {
	const { responses } = operationOf(request);
	const [content] = Object.values((responses['200'] ?? responses['201'])?.content ?? {});
	return content === undefined ? '' : sample(content.schema);
}
