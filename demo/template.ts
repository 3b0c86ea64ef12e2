import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

export const root = join(__dirname, '..');

interface TemplateNode {
	readonly name: string;
	readonly type: string;
	readonly parameters: { readonly operation?: string; readonly store?: { readonly value: string } };
	readonly credentials?: Readonly<Record<string, { readonly name: string }>>;
}

interface TemplateFile {
	readonly name: string;
	readonly nodes: readonly TemplateNode[];
}

export interface Template {
	readonly name: string;
	/** The trigger that ticks by itself. */
	readonly schedule: string;
}

/** The templates of one folder: a channel's, or those of the hub. */
export interface Templates {
	readonly folder: string;
	/** The store that the templates work for as they ship. */
	store(): string;
	/** By the name of the file, such as `sync-orders`. */
	named(file: string): Template;
	/** The name by which they ask for the credential of a type. */
	credential(type: string): string;
}

/** What a newcomer reads off the templates before they import them. */
export function readTemplates(of: string): Templates {
	const files = new Map<string, TemplateFile>(
		globSync(`workflows/${of}/*.json`, { cwd: root }).map((file) => [
			basename(file, '.json'),
			JSON.parse(readFileSync(join(root, file), 'utf8')),
		]),
	);
	const nodes = [...files.values()].flatMap((file) => file.nodes);
	const found = <Thing>(what: string, thing: Thing | undefined): Thing => {
		if (thing === undefined) throw new Error(`the templates of ${of} have no ${what}`);
		return thing;
	};
	return {
		folder: join(root, 'workflows', of),
		store: () =>
			found(
				'Sync Begin',
				nodes.find(({ parameters }) => parameters.operation === 'begin'),
			).parameters.store?.value ?? '',
		named(file) {
			const { name, nodes: own } = found(`file ${file}`, files.get(file));
			const schedule = found(
				`schedule in ${file}`,
				own.find(({ type }) => type.endsWith('.scheduleTrigger')),
			);
			return { name, schedule: schedule.name };
		},
		credential: (type) =>
			found(
				`credential of type ${type}`,
				nodes.find(({ credentials }) => credentials?.[type] !== undefined),
			).credentials?.[type]?.name ?? '',
	};
}
