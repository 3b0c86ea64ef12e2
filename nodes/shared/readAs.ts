import { jsonParse } from 'n8n-workflow';
import type { IExecuteFunctions } from 'n8n-workflow';
import type { ZodType, ZodTypeDef } from 'zod';
import { refused } from '../../domain/failure';

/** What a parameter holds, typed as JSON or given by an expression, as the schema reads it. */
export const readAs = <T>(
	context: IExecuteFunctions,
	name: string,
	item: number,
	schema: ZodType<T, ZodTypeDef, unknown>,
): T => readValue(context.getNodeParameter(name, item, null), name, schema);

/** The same of what came from elsewhere. */
export function readValue<T>(
	given: unknown,
	name: string,
	schema: ZodType<T, ZodTypeDef, unknown>,
): T {
	const value =
		typeof given === 'string' ? jsonParse<unknown>(given, { fallbackValue: null }) : given;
	const read = schema.safeParse(value ?? undefined);
	if (read.success) return read.data;
	const faults = read.error.issues.map(({ path, message }) => [...path, message].join(': '));
	throw refused(`${name} cannot be read. ${faults[0]}. Correct it.`);
}
