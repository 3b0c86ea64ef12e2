import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/**
 * Puts the built package where n8n puts a community package that a user installs (n8n 2.41.1,
 * community-packages.service.js): packed as npm would publish it, unpacked, its dev and peer dependencies struck out.
 */
export async function installPackage(root: string, userFolder: string): Promise<void> {
	const nodes = join(userFolder, '.n8n', 'nodes');
	const scratch = await mkdtemp(join(tmpdir(), 'order-hub-'));
	const { filename, name, version } = await pack(root, scratch);
	const target = join(nodes, 'node_modules', name);
	await rm(target, { recursive: true, force: true });
	await mkdir(target, { recursive: true });
	await run('tar', ['-xzf', join(scratch, filename), '-C', target, '--strip-components=1']);
	await rm(scratch, { recursive: true });
	await strikeOut(join(target, 'package.json'));
	await writeJson(join(nodes, 'package.json'), {
		name: 'installed-nodes',
		private: true,
		dependencies: { [name]: version },
	});
}

interface Packed {
	readonly filename: string;
	readonly name: string;
	readonly version: string;
}

async function pack(root: string, destination: string): Promise<Packed> {
	const { stdout } = await run(
		'npm',
		['pack', '--json', '--ignore-scripts', '--pack-destination', destination],
		{ cwd: root },
	);
	const packed: Packed[] = JSON.parse(stdout);
	const [only] = packed;
	if (!only) throw new Error(`npm pack made no package of ${root}`);
	return only;
}

async function strikeOut(manifest: string): Promise<void> {
	const content = JSON.parse(await readFile(manifest, 'utf8'));
	for (const field of ['devDependencies', 'peerDependencies', 'optionalDependencies']) {
		delete content[field];
	}
	await writeJson(manifest, content);
}

const writeJson = (file: string, content: object) =>
	writeFile(file, `${JSON.stringify(content, null, 2)}\n`);
