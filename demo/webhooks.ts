import type { N8n } from './n8n';

type Answer<Row> = Row & { readonly error?: unknown };

/** What people have done at a desk, over webhooks of demo workflows with one node behind each. No kill comes between. */
export const webhooksAt = ({ url, undisturbed }: Pick<N8n, 'url' | 'undisturbed'>) => {
	const post = (path: string, rows: readonly object[]): Promise<string> =>
		undisturbed(async () => {
			const response = await fetch(`${url}/webhook/${path}`, {
				method: 'POST',
				headers: { 'content-type': 'application/json' },
				body: JSON.stringify({ rows }),
			});
			const text = await response.text();
			if (!response.ok) throw new Error(`the workflow behind ${path} refused: ${text}`);
			return text;
		});
	const answers = async <Row>(path: string, row: object): Promise<readonly Answer<Row>[]> =>
		JSON.parse(await post(path, [row]));
	return {
		/** What it answers as it is, such as a file. */
		post,
		/** What the node makes of the row; throws when it refuses it. */
		async ask<Row>(path: string, row: object): Promise<readonly Row[]> {
			const made = await answers<Row>(path, row);
			const refusal = made.find(({ error }) => error !== undefined);
			if (refusal)
				throw new Error(`the node behind ${path} refused: ${JSON.stringify(refusal.error)}`);
			return made;
		},
		/** Why the node refuses the row, or '' where it does not. */
		async refusal(path: string, row: object): Promise<string> {
			const [made] = await answers<object>(path, row);
			return made?.error === undefined ? '' : JSON.stringify(made.error);
		},
	};
};
