import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

import type { Audit } from './auditor/audit';
import type { Facts } from './auditor/facts';
import type { Scene } from './scene';

const run = promisify(execFile);

/** Has the auditor look at what was played under that name, in a process of its own that sees only the sandboxes' answers, the ledger file and the facts. */
export async function askAuditor({ site, told }: Scene, name: string): Promise<Audit> {
	const facts: Facts = told;
	const file = join(site.n8n.folder, `facts-${name}.json`);
	writeFileSync(file, JSON.stringify(facts));
	const { stdout } = await run(process.execPath, [
		...process.execArgv,
		join(__dirname, 'auditor', 'main.ts'),
		`--played=${name}`,
		`--sandbox=${site.sandbox}`,
		`--ledger=${site.ledger}`,
		`--facts=${file}`,
	]);
	return JSON.parse(stdout);
}
