import { shown } from './sku';

/** Stands for the ledger where else the store of an OMS does: it says itself how much is at the hub. */
export const ledgerAsMaster = 'ledger';

/** Who is the stock master, for a sentence. */
export const masterInWords = (master: string): string =>
	master === ledgerAsMaster ? 'the ledger' : `store ${shown(master)}`;
