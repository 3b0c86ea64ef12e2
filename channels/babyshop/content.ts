import type { HttpResponse } from '../connector';

const pdf = /^%PDF-/;

/** In base64, whatever the content type says (reference/babyshop-vinculum.md 10). */
export const isPdf = (body: unknown): body is string =>
	typeof body === 'string' && pdf.test(Buffer.from(body.slice(0, 12), 'base64').toString('latin1'));

/** What came for a file: a PDF as it is, in base64, and all else as it would have come without the question for a file. */
export async function contentOf(response: HttpResponse, isFile: boolean): Promise<HttpResponse> {
	const { body } = response;
	if (!isFile || typeof body !== 'string' || isPdf(body)) return response;
	const text = Buffer.from(body, 'base64').toString('utf8');
	const [parsed] = await Promise.allSettled([Promise.resolve(text).then(parse)]);
	return { ...response, body: parsed.status === 'fulfilled' ? parsed.value : text };
}

const parse = (text: string): unknown => JSON.parse(text);
