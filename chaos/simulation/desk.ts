import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ICredentialsHelper, IDataObject, INode, IWorkflowBase } from 'n8n-workflow';
import { executeNode } from '../../test/support/engine';

const demo = join(__dirname, '../../demo');

/** The node behind each webhook of the workflows that the demo's people work with. */
function nodesBehind(file: string): readonly (readonly [string, INode])[] {
	const { nodes, connections }: IWorkflowBase = JSON.parse(readFileSync(join(demo, file), 'utf8'));
	const after = (name: string) => connections[name]?.main?.[0]?.[0]?.node ?? '';
	return nodes
		.filter(({ type }) => type === 'n8n-nodes-base.webhook')
		.flatMap(({ name, parameters }) => {
			// Rows come one by one, a file as it is.
			const behind = [after(after(name)), after(name)];
			const node = nodes.find((one) => behind.includes(one.name) && isOurs(one));
			return node ? [[String(parameters.path), node] as const] : [];
		});
}

const isOurs = ({ type }: INode) => type.startsWith('n8n-nodes-order-hub.');

/** What people do through the package's nodes, row by row; answers the refusals. */
export function deskOf(files: readonly string[], credentials: ICredentialsHelper) {
	const nodes = new Map(files.flatMap(nodesBehind));
	return async (
		path: string,
		rows: readonly object[],
		parameters: IDataObject = {},
		file: string | null = null,
	): Promise<readonly string[]> => {
		const node = nodes.get(path);
		if (node === undefined) throw new Error(`nobody works at ${path}`);
		const refusals: string[] = [];
		for (const row of rows) {
			const given = {
				parameters: { ...(node.parameters as IDataObject), ...parameters },
				items: [row as IDataObject],
				files: file === null ? [] : [{ name: 'rows.csv', bytes: Buffer.from(file) }],
			};
			const [outcome] = await Promise.allSettled([executeNode(node.type, credentials, given)]);
			if (outcome.status === 'rejected') refusals.push(String(outcome.reason?.message));
		}
		return refusals;
	};
}

export type Desk = ReturnType<typeof deskOf>;
