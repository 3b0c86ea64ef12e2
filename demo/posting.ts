import type { N8n } from './n8n';
import { until } from './until';
import { unkept } from './unkept';

/** n8n's answer. While it misses its database, which a busy machine makes it believe, it does nothing and is asked again. */
export const answerOf = (url: string, request: RequestInit): Promise<Response> =>
	until(
		'n8n to have its database',
		async () => {
			const headers = { ...request.headers, ...unkept };
			const response = await fetch(url, { ...request, headers });
			return response.status !== 503 && response;
		},
		{ everyMs: 500 },
	);

/** Through the webhook of a path of that workflow; answers what the node behind it says. */
export const postingTo =
	({ url, undisturbed }: Pick<N8n, 'url' | 'undisturbed'>, workflow: string) =>
	(path: string, body: string, type = 'application/json'): Promise<string> =>
		undisturbed(async () => {
			const headers = { 'content-type': type };
			const response = await answerOf(`${url}/webhook/${path}`, { method: 'POST', headers, body });
			const text = await response.text();
			if (!response.ok) throw new Error(`the ${workflow} workflow refused ${path}: ${text}`);
			return text;
		});
