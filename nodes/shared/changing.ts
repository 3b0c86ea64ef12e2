import type { IExecuteFunctions } from 'n8n-workflow';
import { areDryRun, isDryRun } from './dryRun';
import { ledgerOf } from './ledgerOf';

/** Where the change goes: into the ledger, or nowhere in a dry run, of which every item says that it was one. */
export async function changing(context: IExecuteFunctions, item: number) {
	const ledger = await ledgerOf(context);
	return isDryRun(context, item)
		? { ledger: ledger.rehearsal, marked: (json: object) => ({ ...json, dryRun: true }) }
		: { ledger, marked: (json: object) => json };
}

/** The same for the whole input at once. */
export async function changingAll(context: IExecuteFunctions) {
	const isTried = areDryRun(context);
	return { ...(await changing(context, 0)), isTried };
}
