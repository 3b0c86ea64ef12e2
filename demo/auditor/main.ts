import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';

import type { IkasCall, IkasState } from '../../sandbox/ikas/types';
import { audit } from './audit';
import type { Facts } from './facts';
import { readLedger } from './ledger';

/** Run as a program of its own: looks at the sandbox's answers and at the tables, prints what it finds as one JSON line. */
async function main(): Promise<void> {
	const text = { type: 'string', default: '' } as const;
	const { values } = parseArgs({ options: { sandbox: text, ledger: text, facts: text } });
	const facts: Facts = JSON.parse(readFileSync(values.facts, 'utf8'));
	const report = audit({
		state: await seen<IkasState>(values.sandbox, 'state'),
		calls: await seen<IkasCall[]>(values.sandbox, 'calls'),
		ledger: readLedger(values.ledger, facts.store),
		facts,
	});
	process.stdout.write(`${JSON.stringify(report)}\n`);
}

async function seen<Answer>(sandbox: string, what: string): Promise<Answer> {
	const response = await fetch(`${sandbox}/__sandbox/${what}`);
	return JSON.parse(await response.text());
}

void main();
