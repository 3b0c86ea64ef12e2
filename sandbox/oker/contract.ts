import Ajv2020, { type ValidateFunction } from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

/** The document that is shipped: the gateway and its tests go by it. */
export const contractFile = join(__dirname, '../../docs/oker-connector.openapi.yaml');

interface Schema {
	readonly $ref?: string;
	readonly type?: string;
	readonly items?: Schema;
}

export interface Parameter {
	readonly name: string;
	readonly in: string;
	readonly required?: boolean;
	readonly schema: Schema;
}

interface Content {
	readonly content?: Readonly<Record<string, unknown>>;
}

interface Call {
	readonly operationId: string;
	readonly parameters?: readonly { readonly $ref?: string }[];
	readonly requestBody?: Content;
	readonly responses: Readonly<Record<string, Content & { readonly $ref?: string }>>;
}

interface Contract {
	readonly paths: Readonly<Record<string, Readonly<Record<string, Call>>>>;
}

/** An operation of the document. */
export interface Described {
	readonly id: string;
	readonly method: string;
	readonly path: string;
	readonly parameters: readonly Parameter[];
	readonly hasBody: boolean;
}

/** Where something is not as the document says. */
export interface Fault {
	readonly field: string;
	readonly message: string;
}

const document: Contract = parse(readFileSync(contractFile, 'utf8'));

const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: true });
addFormats(ajv);
ajv.addSchema(document, 'oker', undefined, false);

const pointer = (...names: readonly string[]) =>
	`#/${names.map((name) => name.replaceAll('~', '~0').replaceAll('/', '~1')).join('/')}`;

const compiled = new Map<string, ValidateFunction>();

const validatorAt = (at: string): ValidateFunction => {
	const known = compiled.get(at);
	if (known) return known;
	const made = ajv.compile({ $ref: `oker${at}` });
	compiled.set(at, made);
	return made;
};

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
	typeof value === 'object' && value !== null;

const at = (ref: string): unknown =>
	ref
		.slice(2)
		.split('/')
		.reduce<unknown>((found, name) => (isRecord(found) ? found[name] : undefined), document);

const parameterOf = (given: { readonly $ref?: string }): Parameter =>
	(given.$ref === undefined ? given : at(given.$ref)) as Parameter;

const callAt = (method: string, path: string): Call | undefined =>
	document.paths[path]?.[method.toLowerCase()];

export const described: readonly Described[] = Object.entries(document.paths).flatMap(
	([path, calls]) =>
		Object.entries(calls).map(([method, { operationId, parameters = [], requestBody }]) => ({
			id: operationId,
			method: method.toUpperCase(),
			path,
			parameters: parameters.map(parameterOf),
			hasBody: requestBody !== undefined,
		})),
);

const faultsAt = (place: string, value: unknown, base = ''): readonly Fault[] => {
	const validate = validatorAt(place);
	if (validate(value)) return [];
	return (validate.errors ?? []).map(({ instancePath, message, params }) => {
		const missing = 'missingProperty' in params ? `/${String(params.missingProperty)}` : '';
		const field = `${base}${instancePath}${missing}`.replace(/^\//, '').replaceAll('/', '.');
		return { field, message: message ?? 'is not as the contract says' };
	});
};

const typed = ({ $ref, type, items }: Schema, text: string): unknown => {
	if ($ref) return typed(at($ref) as Schema, text);
	if (type === 'array') return text.split(',').map((one) => typed(items ?? {}, one));
	return type === 'integer' && /^-?\d+$/.test(text) ? Number(text) : text;
};

/** The parameters of one operation as values, and what is wrong with them. Names that are not known are passed over. */
export const readParameters = (
	operation: Described,
	query: Readonly<Record<string, string>>,
	headers: Readonly<Record<string, string>>,
) => {
	const values: Record<string, unknown> = {};
	const faults = operation.parameters.flatMap((parameter, place): readonly Fault[] => {
		const { name, required, schema } = parameter;
		const text = parameter.in === 'query' ? query[name] : headers[name.toLowerCase()];
		if (text === undefined) return required ? [{ field: name, message: 'is required' }] : [];
		values[name] = typed(schema, text);
		return faultsAt(parameterPlace(operation, place), values[name], `/${name}`);
	});
	return { values, faults };
};

const parameterPlace = ({ method, path }: Described, place: number) => {
	const given = callAt(method, path)?.parameters?.[place];
	return given?.$ref === undefined
		? pointer('paths', path, method.toLowerCase(), 'parameters', String(place), 'schema')
		: `${given.$ref}/schema`;
};

const json = 'application/json';

export const bodyFaults = ({ method, path }: Described, body: unknown): readonly Fault[] =>
	faultsAt(
		pointer('paths', path, method.toLowerCase(), 'requestBody', 'content', json, 'schema'),
		body,
	);

/** Where an answer is not as the document says. */
export const answerFaults = (
	{ method, path }: Described,
	status: number,
	body: unknown,
): readonly Fault[] => {
	const told = callAt(method, path)?.responses[status];
	if (told === undefined) return [{ field: '', message: `${status} is not told of` }];
	const place =
		told.$ref ?? pointer('paths', path, method.toLowerCase(), 'responses', String(status));
	return faultsAt(`${place}${pointer('content', json, 'schema').slice(1)}`, body);
};
