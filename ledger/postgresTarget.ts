import type { ConnectionOptions } from 'node:tls';
import { refused } from '../domain/failure';
import { shown } from '../domain/sku';

/** `require` wants a certificate that this machine trusts, `requireUnchecked` takes any. */
export const sslModes = ['disable', 'require', 'requireUnchecked'] as const;
export type SslMode = (typeof sslModes)[number];

/** Where the ledger lives on PostgreSQL: a schema of its own, made at first use. */
export interface PostgresTarget {
	readonly host: string;
	readonly port: number;
	readonly database: string;
	readonly user: string;
	readonly password: string;
	readonly schema: string;
	readonly ssl: SslMode;
}

export const sslOf: Readonly<Record<SslMode, false | ConnectionOptions>> = {
	disable: false,
	require: { rejectUnauthorized: true },
	requireUnchecked: { rejectUnauthorized: false },
};

/** The target as messages name it, without what is secret. */
export const placeOf = ({ host, port, database }: PostgresTarget): string =>
	`database ${shown(database)} on ${host}:${port}`;

/** Refuses a target that cannot be one, before anything is asked. */
export function checkTarget({ host, port, database, user, schema }: PostgresTarget): void {
	const blank = Object.entries({ host, database, user }).find(([, value]) => value.trim() === '');
	if (blank !== undefined) {
		throw refused(`The ledger's credential has no ${blank[0]}. Fill it in and test it.`);
	}
	if (!Number.isInteger(port) || port < 1 || port > 65_535) {
		throw refused(`${port} is not a port. PostgreSQL listens on 5432 unless set otherwise.`);
	}
	if (!/^(?!pg_)[a-z_][a-z0-9_]{0,62}$/.test(schema)) {
		throw refused(
			`Schema ${shown(schema)} is not usable. Use lower-case letters, digits and underscores, e.g. "order_hub".`,
		);
	}
}
