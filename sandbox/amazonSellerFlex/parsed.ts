import type { z } from 'zod';
import { invalid } from './refused';

/** The body in its shape, or a refusal that names the first place where it is not. */
export const parsed = <Shape>(
	shape: z.ZodType<Shape, z.ZodTypeDef, unknown>,
	body: unknown,
	refuse: (message: string) => Error = invalid,
): Shape => {
	const result = shape.safeParse(body);
	if (result.success) return result.data;
	const [issue] = result.error.issues;
	throw refuse(`${issue?.path.join('.') || 'body'}: ${issue?.message}`);
};
