import type { N8n } from './n8n';
import { postingTo } from './posting';

type Answer<Row> = Row & { readonly error?: unknown };

/** What people have done at a desk, over webhooks of demo workflows with one node behind each. No kill comes between. */
export const webhooksAt = (n8n: Pick<N8n, 'url' | 'undisturbed'>) => {
	const desk = postingTo(n8n, 'desk');
	const post = (path: string, rows: readonly object[]) => desk(path, JSON.stringify({ rows }));
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
