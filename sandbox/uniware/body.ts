import { z } from 'zod';
import type { SandboxRequest } from '../wire';
import { invalid } from './refused';

/** JSON, or undefined for what is none. */
export const jsonIn = ({ body }: SandboxRequest): unknown => {
	try {
		return JSON.parse(body);
	} catch {
		return undefined;
	}
};

/** Where an empty text stands, such as `saleOrder.additionalInfo`; they are to be left out (reference/uniware-oker.md 1.1). */
const emptyText = (value: unknown, path: string): string | null => {
	if (value === '') return path;
	if (typeof value !== 'object' || value === null) return null;
	for (const [name, inner] of Object.entries(value)) {
		const found = emptyText(inner, path === '' ? name : `${path}.${name}`);
		if (found !== null) return found;
	}
	return null;
};

/** What came, in its shape. Fields that the reference does not know are refused, which is stricter than a tenant may be. */
export const parsed = <Shape>(
	shape: z.ZodType<Shape, z.ZodTypeDef, unknown>,
	given: unknown,
): Shape => {
	const empty = emptyText(given, '');
	if (empty !== null) throw invalid('is an empty text: leave it out', empty);
	const result = shape.safeParse(given);
	if (result.success) return result.data;
	const [issue] = result.error.issues;
	throw invalid(issue?.message ?? 'is not as expected', issue?.path.join('.') || null);
};

export const code = z.string().min(1).max(45);
export const codeList = z.array(z.string().min(1)).readonly();
export const money = z.number().finite();
export const units = z.number().int().min(0);
export const customFields = z
	.array(z.strictObject({ name: z.string(), value: z.unknown() }))
	.readonly();
