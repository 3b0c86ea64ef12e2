import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';

import { amazonView } from '../amazonSellerFlex/auditor/amazonView';
import { babyshopView } from '../babyshop/auditor/babyshopView';
import { boutiqueView } from '../boutique/auditor/boutiqueView';
import { ikasView } from '../ikas/auditor/ikasView';
import { okerView } from '../oker/auditor/okerView';
import { omnifulView } from '../omniful/auditor/omnifulView';
import { theIconicView } from '../theIconic/auditor/theIconicView';
import { uniwareView } from '../uniware/auditor/uniwareView';
import { audit } from './audit';
import type { Facts } from './facts';
import { readLedger } from './ledger';

/** By channel, or OMS: what the sandboxes say, in words that are the same for all. */
const views = {
	ikas: ikasView,
	amazonSellerFlex: amazonView,
	babyshop: babyshopView,
	theIconic: theIconicView,
	oker: okerView,
	uniware: uniwareView,
	boutique: boutiqueView,
	omniful: omnifulView,
} as const;

/** Run as a program of its own: looks at the sandbox's answers and at the tables, prints what it finds as one JSON line. */
async function main(): Promise<void> {
	const text = { type: 'string', default: '' } as const;
	const { values } = parseArgs({
		options: { played: text, sandbox: text, ledger: text, facts: text },
	});
	const viewOf = Object.entries(views).find(([name]) => name === values.played)?.[1];
	if (!viewOf) throw new Error(`the auditor knows nothing of ${values.played}`);
	const facts: Facts = JSON.parse(readFileSync(values.facts, 'utf8'));
	const ledger = readLedger(values.ledger, facts.store);
	const partner = facts.partner === null ? null : await sandboxAt(facts.partner);
	const evidence = { ...(await sandboxAt(values.sandbox)), partner, ledger, facts };
	const report = audit({ channel: viewOf(evidence), ledger, facts });
	process.stdout.write(`${JSON.stringify(report)}\n`);
}

const sandboxAt = async (sandbox: string) => ({
	state: await seen(sandbox, 'state'),
	calls: await seen(sandbox, 'calls'),
});

async function seen(sandbox: string, what: string) {
	const response = await fetch(`${sandbox}/__sandbox/${what}`);
	return JSON.parse(await response.text());
}

void main();
