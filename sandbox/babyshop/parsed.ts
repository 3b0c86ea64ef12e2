import type { z } from 'zod';
import { generic } from './refused';

/** The body in its shape, or a refusal that names the first place where it is not. */
export const parsed = <Shape>(
	shape: z.ZodType<Shape, z.ZodTypeDef, unknown>,
	body: unknown,
): Shape => {
	const result = shape.safeParse(body);
	if (result.success) return result.data;
	const [issue] = result.error.issues;
	throw generic(`${issue?.path.join('.') || 'body'}: ${issue?.message}`);
};
