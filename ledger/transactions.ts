import type { Engine, Work } from './statement';

/** One ledger function as one transaction. */
export const transactionsOf =
	(run: Engine['run']) =>
	<A extends unknown[], T>(work: (...args: A) => Work<T>) =>
	(...args: A): Promise<T> =>
		run(() => work(...args));
