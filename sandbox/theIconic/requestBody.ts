import type { z } from 'zod';
import type { SandboxRequest } from '../wire';
import { parsed } from './parsed';
import { badRequest } from './refused';

const isJson = (text: string) => {
	try {
		JSON.parse(text);
		return true;
	} catch {
		return false;
	}
};

/** What a call may be remembered by. */
export const readable = ({ body }: SandboxRequest): unknown =>
	isJson(body) ? JSON.parse(body) : body || null;

type Refuse = (detail: string) => Error;

/** The JSON of a call in its shape. */
export const jsonBody = <Shape>(
	shape: z.ZodType<Shape, z.ZodTypeDef, unknown>,
	{ headers, body }: SandboxRequest,
	refuse: Refuse = badRequest,
): Shape => {
	if (!headers['content-type']?.startsWith('application/json')) {
		throw refuse('the content type must be application/json');
	}
	if (!isJson(body)) throw refuse('the body is not JSON');
	return parsed(shape, JSON.parse(body), refuse);
};
