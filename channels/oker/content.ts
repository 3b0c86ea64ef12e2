import type { HttpResponse } from '../connector';

const isPdf = (body: unknown): body is string =>
	typeof body === 'string' &&
	/^%PDF-/.test(Buffer.from(body.slice(0, 12), 'base64').toString('latin1'));

/**
 * A PDF as its bytes in base64, whether it came as a file or as base64 in a JSON text; all else as it would have come without
 * the question for a file.
 */
export async function fileIn(
	response: HttpResponse,
): Promise<{ readonly base64: string } | HttpResponse> {
	const { body, status } = response;
	if (typeof body !== 'string') return response;
	const isGood = status >= 200 && status < 300;
	if (isGood && isPdf(body)) return { base64: body };
	const text = Buffer.from(body, 'base64').toString('utf8');
	const [parsed] = await Promise.allSettled([Promise.resolve(text).then(parse)]);
	const inside = parsed.status === 'fulfilled' ? parsed.value : text;
	return isGood && isPdf(inside) ? { base64: inside } : { ...response, body: inside };
}

const parse = (text: string): unknown => JSON.parse(text);
