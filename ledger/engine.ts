import { postgresEngine } from './postgres';
import type { PostgresTarget } from './postgresTarget';
import { sqliteEngine } from './sqlite';
import type { Engine } from './statement';

export type LedgerOptions =
	| { readonly engine: 'sqlite'; readonly file: string }
	| ({ readonly engine: 'postgres' } & PostgresTarget);

export const engineOf = async (options: LedgerOptions): Promise<Engine> =>
	options.engine === 'sqlite' ? sqliteEngine(options.file) : await postgresEngine(options);
