import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

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

/** Folders of templates, as they are imported. */
export const templateFolders = globSync('workflows/*', { cwd: root }).map((folder) =>
	join(root, folder),
);

export interface Template {
	readonly name: string;
	/** The trigger that ticks by itself. */
	readonly schedule: string;
}

export interface Templates {
	/** The store that the templates work for as they ship. */
	readonly store: string;
	/** By the name of the file, such as `sync-orders`. */
	named(file: string): Template;
	/** The name by which they ask for the credential of a type. */
	credential(type: string): string;
}

/** What a newcomer reads off the templates before they import them. */
export function readTemplates(): Templates {
	const files = new Map<string, TemplateFile>(
		globSync('workflows/*/*.json', { cwd: root }).map((file) => [
			file.replace(/^.*[/\\]|\.json$/g, ''),
			JSON.parse(readFileSync(join(root, file), 'utf8')),
		]),
	);
	const nodes = [...files.values()].flatMap((file) => file.nodes);
	const found = <Thing>(what: string, thing: Thing | undefined): Thing => {
		if (thing === undefined) throw new Error(`the templates have no ${what}`);
		return thing;
	};
	return {
		store:
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
