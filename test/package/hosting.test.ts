import { globSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const root = join(__dirname, '../..');
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const { parse } = createRequire(require.resolve('n8n/package.json'))('yaml');
const { scripts, version, packageManager } = JSON.parse(read('package.json'));

interface Step {
	readonly uses?: string;
	readonly run?: string;
	readonly with?: Readonly<Record<string, unknown>>;
}

interface Job {
	readonly if?: string;
	readonly permissions?: object;
	readonly steps: readonly Step[];
}

interface Flow {
	readonly on: Readonly<Record<string, { readonly tags?: string[] } | null>>;
	readonly permissions?: object;
	readonly jobs: Readonly<Record<string, Job>>;
}

const flowOf = (name: string): Flow => parse(read(`.github/workflows/${name}.yml`));
const stepsOf = ({ jobs }: Flow) => Object.values(jobs).flatMap(({ steps }) => steps);

/** The scripts of package.json that a flow runs, in order. */
const ran = (steps: readonly Step[]) =>
	steps.flatMap(({ run = '' }) => [...run.matchAll(/pnpm run (\w+)/g)].map(([, name]) => name));

const names = globSync('.github/workflows/*.yml', { cwd: root }).map((file) =>
	file.replace(/^.*\/|\.yml$/g, ''),
);

test('there is one flow for every change and one for a release', () => {
	expect(names.sort()).toEqual(['ci', 'publish']);
});

describe.each(names)('the flow %s', (name) => {
	const flow = flowOf(name);

	test('runs only scripts that there are', () => {
		expect(ran(stepsOf(flow))).not.toEqual([]);
		for (const script of ran(stepsOf(flow))) expect(Object.keys(scripts)).toContain(script);
	});

	test('names a version of every action, and has Node 24 and the package manager of package.json', () => {
		for (const { uses } of stepsOf(flow)) expect(uses ?? '@v1').toMatch(/@v\d+$/);
		for (const { steps } of Object.values(flow.jobs)) {
			const [pnpm, node] = ['pnpm/action-setup', 'actions/setup-node'].map((action) =>
				steps.find(({ uses }) => uses?.startsWith(action)),
			);
			// Without a version of its own it takes the one of package.json.
			expect([pnpm?.with?.version, packageManager]).toEqual([
				undefined,
				expect.stringMatching(/^pnpm@10\./),
			]);
			expect(node?.with?.['node-version']).toBe('24');
			expect(steps.find(({ run }) => run?.startsWith('pnpm '))?.run).toBe(
				'pnpm install --frozen-lockfile',
			);
		}
	});
});

test('every change is linted, tested and built, and the demo is played only when asked for', () => {
	const { on, permissions, jobs } = flowOf('ci');
	expect(Object.keys(on)).toEqual(expect.arrayContaining(['push', 'pull_request']));
	expect(permissions).toEqual({ contents: 'read' });
	expect(jobs.check?.if).toBeUndefined();
	expect(ran(jobs.check?.steps ?? [])).toEqual(['lint', 'test', 'build']);
	expect(jobs.demo?.if).toContain('workflow_dispatch');
});

test('a version tag is tested and published with provenance, by no right but that', () => {
	const { on, permissions, jobs } = flowOf('publish');
	expect(on).toEqual({ push: { tags: ['*.*.*'] } });
	expect(permissions).toBeUndefined();
	expect(jobs.publish?.permissions).toEqual({ 'id-token': 'write', contents: 'read' });
	expect(ran(jobs.publish?.steps ?? [])).toEqual(['test', 'release']);
	// The release of the CLI lints, builds and publishes; by hand nobody publishes past it.
	expect(scripts).toMatchObject({
		release: 'n8n-node release',
		prepublishOnly: 'n8n-node prerelease',
	});
});

test('the changelog begins with what is not released yet, or with the version', () => {
	const [first] = [...read('CHANGELOG.md').matchAll(/^## \[(.+?)\](.*)$/gm)];
	expect([`Unreleased`, version]).toContain(first?.[1]);
	expect(read('CHANGELOG.md')).toContain(`## [${version}]`);
});
