import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

import { duplicate, type Duplicate } from './duplicate';

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

/** The templates of one system: a channel's, those of its OMS, or those of the hub. */
export interface Templates {
	readonly folders: readonly string[];
	/** What n8n imports, file by file. */
	texts(): readonly string[];
	/** The store that the templates work for as they ship. */
	store(): string;
	/** The name of the workflow in a file, such as `sync-orders`. */
	name(file: string): string;
	/** The trigger that ticks by itself in that file. */
	schedule(file: string): string;
	/** The name by which they ask for the credential of a type. */
	credential(type: string): string;
}

/** Whose templates are read: those of the folders, or the same once more for another store. */
export interface Named {
	readonly folders: readonly string[];
	readonly duplicate: Duplicate | null;
}

/** What a newcomer reads off the templates before they import them. */
export const readTemplates = (...folders: readonly string[]): Templates =>
	templatesOf({ folders, duplicate: null });

export function templatesOf({ folders, duplicate: other }: Named): Templates {
	const texts = new Map(
		folders
			.flatMap((folder) => globSync(`workflows/${folder}/*.json`, { cwd: root }))
			.map((file) => {
				const text = readFileSync(join(root, file), 'utf8');
				return [basename(file, '.json'), other ? duplicate(text, other) : text];
			}),
	);
	const files = new Map<string, TemplateFile>(
		[...texts].map(([file, text]) => [file, JSON.parse(text)]),
	);
	const nodes = [...files.values()].flatMap((file) => file.nodes);
	const found = <Thing>(what: string, thing: Thing | undefined): Thing => {
		if (thing === undefined)
			throw new Error(`the templates of ${folders.join(' and ')} have no ${what}`);
		return thing;
	};
	const named = (file: string) => found(`file ${file}`, files.get(file));
	return {
		folders: folders.map((folder) => join(root, 'workflows', folder)),
		texts: () => [...texts.values()],
		store: () =>
			found(
				'Sync Begin',
				nodes.find(({ parameters }) => parameters.operation === 'begin'),
			).parameters.store?.value ?? '',
		name: (file) => named(file).name,
		schedule: (file) =>
			found(
				`schedule in ${file}`,
				named(file).nodes.find(({ type }) => type.endsWith('.scheduleTrigger')),
			).name,
		credential: (type) =>
			found(
				`credential of type ${type}`,
				nodes.find(({ credentials }) => credentials?.[type] !== undefined),
			).credentials?.[type]?.name ?? '',
	};
}
