import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Amazon's own models: they lie beside the repository, not in it, and not on every machine. */
const folder = join(__dirname, '../../../../shared/contracts/amazon/models');

export const hasModels = existsSync(folder);

interface Schema {
	readonly $ref?: string;
	readonly type?: string;
	readonly enum?: readonly unknown[];
	readonly required?: readonly string[];
	readonly properties?: Readonly<Record<string, Schema>>;
	readonly items?: Schema;
	readonly minItems?: number;
	readonly maxItems?: number;
}

export interface Model {
	readonly definitions: Readonly<Record<string, Schema>>;
}

export const modelOf = (file: string): Model =>
	JSON.parse(readFileSync(join(folder, `${file}.json`), 'utf8'));

const typeOf = (value: unknown) => {
	if (Array.isArray(value)) return 'array';
	return Number.isInteger(value) ? 'integer' : typeof value;
};

const namesOf = (value: unknown): Readonly<Record<string, unknown>> =>
	Object.fromEntries(Object.entries(Object(value)));

/** Where a value is not what a definition says, also where it has more than the definition knows. */
export const mismatches = (
	model: Model,
	schema: Schema,
	value: unknown,
	path = '$',
): readonly string[] => {
	if (schema.$ref) {
		const name = schema.$ref.replace('#/definitions/', '');
		return mismatches(model, model.definitions[name] ?? {}, value, path);
	}
	if (schema.enum && !schema.enum.includes(value)) return [`${path} is ${value}`];
	if (schema.type && schema.type !== typeOf(value)) return [`${path} is a ${typeOf(value)}`];
	if (Array.isArray(value)) {
		const isCounted =
			value.length >= (schema.minItems ?? 0) && value.length <= (schema.maxItems ?? value.length);
		const { items = {} } = schema;
		return [
			...(isCounted ? [] : [`${path} has ${value.length}`]),
			...value.flatMap((one, at) => mismatches(model, items, one, `${path}.${at}`)),
		];
	}
	if (!schema.properties) return [];
	const given = namesOf(value);
	const { properties, required = [] } = schema;
	return [
		...required.filter((name) => !(name in given)).map((name) => `${path}.${name} is missing`),
		...Object.entries(given).flatMap(([name, part]) =>
			properties[name]
				? mismatches(model, properties[name], part, `${path}.${name}`)
				: [`${path}.${name} is not known`],
		),
	];
};
