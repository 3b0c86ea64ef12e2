import { type Answer, answer } from '../answers';

export const graphqlRefusal = (status: number, code: string, message: string): Answer =>
	answer(status, { errors: [{ message, extensions: { code } }], data: null }, code);

/** "Carries the remaining quota and `retryAfter` in seconds"; the names beside it are a guess (reference/ikas.md 4, 14). */
export const tooManyRequests = (waitMs: number): Answer =>
	answer(429, {
		statusCode: 429,
		message: 'Too Many Requests',
		remaining: 0,
		retryAfter: Math.ceil(waitMs / 1000),
	});

/** A ban has no documented shape; 403 is a guess (reference/ikas.md 5). */
export const banned = (): Answer => answer(403, { statusCode: 403, message: 'Forbidden' });

export const webPage = (status: number): Answer =>
	answer(
		status,
		'<!DOCTYPE html><html><head><title>ikas</title></head><body>Bir sorun oluştu</body></html>',
	);
