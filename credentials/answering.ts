import type { IHttpRequestOptions } from 'n8n-workflow';
import { Failure } from '../domain/failure';

/** The answer, or that there was none: what n8n throws then holds the whole request, with what is secret in it. */
export const answering = async <Answer>(
	asking: Promise<Answer>,
	{ url }: IHttpRequestOptions,
	channel: string,
): Promise<Answer> =>
	await asking.then(undefined, (thrown: unknown) =>
		Promise.reject(
			new Failure(
				'unavailable',
				`${channel}: ${URL.parse(url)?.host ?? 'the URL'} did not answer${why(thrown)}.`,
			),
		),
	);

/** Without the code itself: n8n puts words of its own in the place of a message that has one. */
const reasons: Readonly<Record<string, string>> = {
	ECONNABORTED: ': it took too long',
	ECONNREFUSED: ': it refused the connection',
	ECONNRESET: ': it hung up',
	ETIMEDOUT: ': it took too long',
};

function why(thrown: unknown): string {
	const { code }: { code?: unknown } = Object(thrown);
	return reasons[String(code)] ?? '';
}
