import { z } from 'zod';
import { Refused } from './refused';

/** What came, in its shape. Fields that the reference does not know are refused, which is stricter than Omniful may be. */
export const parsed = <Shape>(
	shape: z.ZodType<Shape, z.ZodTypeDef, unknown>,
	given: unknown,
): Shape => {
	const result = shape.safeParse(given);
	if (result.success) return result.data;
	const [issue] = result.error.issues;
	const path = issue?.path.join('.');
	throw new Refused(`${path === '' ? 'body' : path}: ${issue?.message}`, 400, 'REQUEST_INVALID');
};

/** JSON, or undefined for what is none. */
export const jsonIn = (body: string): unknown => {
	try {
		return JSON.parse(body);
	} catch {
		return undefined;
	}
};

export const money = z.number().finite();
export const units = z.number().int().min(0);
