import { join } from 'node:path';

/** A piece of a source file, and what stands there instead while the simulation runs. */
export interface Alteration {
	readonly file: string;
	readonly from: string;
	readonly to: string;
}

/** As the loader has it. */
const fs = process.getBuiltinModule('node:fs');

const root = join(__dirname, '../..');

/** Has sources of the package loaded otherwise than they are written. Before any of them is loaded. */
export function alterSources(alterations: readonly Alteration[]): void {
	const texts = new Map<string, string>();
	for (const { file, from, to } of alterations) {
		const path = join(root, file);
		const text = texts.get(path) ?? fs.readFileSync(path, 'utf8');
		if (!text.includes(from)) throw new Error(`${file} does not say any more: ${from}`);
		texts.set(
			path,
			text.replace(from, () => to),
		);
	}
	const { readFileSync } = fs;
	Object.assign(fs, {
		readFileSync: (...given: Parameters<typeof readFileSync>) =>
			texts.get(String(given[0])) ?? readFileSync(...given),
	});
}
