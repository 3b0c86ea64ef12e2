import type { z } from 'zod';
import { badRequest } from './refused';

/** What came, in its shape, or a refusal that names the first place where it is not. */
export const parsed = <Shape>(
	shape: z.ZodType<Shape, z.ZodTypeDef, unknown>,
	given: unknown,
	refuse: (detail: string) => Error = badRequest,
): Shape => {
	const result = shape.safeParse(given);
	if (result.success) return result.data;
	const [issue] = result.error.issues;
	throw refuse(`${issue?.path.join('.') || 'request'}: ${issue?.message}`);
};
