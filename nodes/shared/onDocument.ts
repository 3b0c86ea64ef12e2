import type { IN8nHttpFullResponse } from 'n8n-workflow';
import type { HttpRequest, HttpResponse } from '../../channels/connector';
import { guarded } from '../../credentials/guarded';
import { Failure } from '../../domain/failure';
import type { NodeContext } from './context';
import { failureOf, messageOf } from './failureOf';

/**
 * Gets or puts a document at the address that the channel handed out. Whoever has that address can read the document, so no
 * message names more of it than the host, and no credential goes along.
 */
export async function onDocument(
	context: NodeContext,
	credential: string,
	{ method, document = '', headers, body }: HttpRequest,
	timeout: number,
): Promise<HttpResponse> {
	const options = {
		method,
		url: document,
		headers: { ...headers },
		body: typeof body === 'string' ? Buffer.from(body, 'base64') : undefined,
		encoding: 'arraybuffer' as const,
		timeout,
		returnFullResponse: true,
		ignoreHttpStatusErrors: true,
	};
	const allowed = await guarded(options, await context.getCredentials(credential));
	const answer: IN8nHttpFullResponse = await context.helpers
		.httpRequest(allowed)
		.then(undefined, (thrown: unknown) =>
			Promise.reject(failureOf(thrown) ?? noAnswer(document, thrown)),
		);
	return {
		status: answer.statusCode,
		headers: Object.fromEntries(
			Object.entries(answer.headers).map(([name, value]) => [name.toLowerCase(), String(value)]),
		),
		body: Buffer.from(answer.body as unknown as ArrayBuffer).toString('base64'),
	};
}

const noAnswer = (document: string, thrown: unknown) =>
	new Failure(
		'unavailable',
		`${new URL(document).host}, where the channel keeps its documents, did not answer: ${messageOf(thrown).replaceAll(document, 'its address')}`,
	);
