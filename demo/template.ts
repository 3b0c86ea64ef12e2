import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export const root = join(__dirname, '..');
export const templateFile = join(root, 'workflows', 'ikas', 'sync-orders.json');

interface TemplateNode {
	readonly name: string;
	readonly type: string;
	readonly parameters: { readonly operation?: string; readonly store?: { readonly value: string } };
	readonly credentials?: Readonly<Record<string, { readonly name: string }>>;
}

export interface Template {
	readonly name: string;
	/** The store that the template syncs as it ships. */
	readonly store: string;
	/** The trigger that ticks every minute. */
	readonly schedule: string;
	/** The name by which the template asks for the credential of a type. */
	credential(type: string): string;
}

/** What a newcomer reads off the template before they import it. */
export function readTemplate(): Template {
	const { name, nodes }: { name: string; nodes: readonly TemplateNode[] } = JSON.parse(
		readFileSync(templateFile, 'utf8'),
	);
	const one = (what: string, is: (node: TemplateNode) => boolean) => {
		const node = nodes.find(is);
		if (!node) throw new Error(`${templateFile} has no ${what}`);
		return node;
	};
	return {
		name,
		store:
			one('Sync Begin', ({ parameters }) => parameters.operation === 'begin').parameters.store
				?.value ?? '',
		schedule: one('schedule', ({ type }) => type.endsWith('.scheduleTrigger')).name,
		credential: (type) =>
			one(`credential of type ${type}`, ({ credentials }) => credentials?.[type] !== undefined)
				.credentials?.[type]?.name ?? '',
	};
}
