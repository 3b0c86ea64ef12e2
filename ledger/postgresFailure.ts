import { Failure, type FailureKind } from '../domain/failure';
import { placeOf, type PostgresTarget } from './postgresTarget';

/** What is thrown by the server, the network or TLS. */
interface Thrown {
	readonly code?: unknown;
	readonly severity?: unknown;
	readonly message?: unknown;
}

/** SQLSTATE (https://www.postgresql.org/docs/current/errcodes-appendix.html), the code of the network or TLS, or the text. */
function signOf(thrown: unknown): string {
	const { code, message }: Thrown = Object(thrown);
	return String(code ?? message);
}

/** Whether the server answered so, and goes on listening. */
export function isAnswer(thrown: unknown): boolean {
	const { severity }: Thrown = Object(thrown);
	return severity === 'ERROR';
}

/** Another transaction was in the way, or the connection broke: from its start the transaction may go well. */
export const mayPass = (thrown: unknown): boolean =>
	/^(40001|40P01|23505|57P01|ECONNRESET|EPIPE|Connection terminated unexpectedly)/.test(
		signOf(thrown),
	);

interface Meaning {
	readonly signs: RegExp;
	readonly kind: FailureKind;
	readonly what: string;
	readonly toDo: string;
}

const meanings: readonly Meaning[] = [
	{
		signs: /^(28|SASL)/,
		kind: 'unauthorised',
		what: 'refused the sign-in',
		toDo: "Check user and password in the ledger's credential.",
	},
	{
		signs: /^3D000/,
		kind: 'rejected',
		what: 'is not there',
		toDo: "Create the database, or correct its name in the ledger's credential.",
	},
	{
		signs: /^42501/,
		kind: 'rejected',
		what: 'does not let the user do this',
		toDo: 'Let the user create a schema in the database, or make the schema and let the user own it.',
	},
	{
		signs: /^(CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_|ERR_TLS)/,
		kind: 'rejected',
		what: 'shows a certificate that is not trusted here',
		toDo: "Choose SSL without certificate check in the ledger's credential, or let n8n trust it with NODE_EXTRA_CA_CERTS.",
	},
	{
		signs: /does not support SSL/,
		kind: 'rejected',
		what: 'offers no SSL',
		toDo: "Switch SSL off in the ledger's credential, or on in the server.",
	},
	{
		signs: /^(40001|40P01)/,
		kind: 'unavailable',
		what: 'was changed by other executions at the same place again and again',
		toDo: 'Nothing was stored. Run it again.',
	},
	{
		signs: /^(57014|25P0[34]|Query read timeout)/,
		kind: 'unavailable',
		what: 'took too long',
		toDo: 'Nothing was stored. Run it again; if it stays so, look what else keeps the database busy.',
	},
	{
		signs: /^(53|timeout exceeded)/,
		kind: 'unavailable',
		what: 'has no room for one more connection, or none on its disk',
		toDo: 'Nothing was stored. Run it again later; if it stays so, allow more connections.',
	},
	{
		signs: /^25006/,
		kind: 'unavailable',
		what: 'takes no writes, as a standby does',
		toDo: "Name the primary in the ledger's credential.",
	},
	{
		signs: /^(08|57P|E[A-Z_]+$|Connection terminated)/,
		kind: 'unavailable',
		what: 'does not answer',
		toDo: "Nothing was stored. See that the server runs, and check host and port in the ledger's credential.",
	},
];

/** What a user can do something with; a fault in a statement stays what it is. */
export function postgresFailure(target: PostgresTarget, thrown: unknown): unknown {
	if (thrown instanceof Failure) return thrown;
	const meaning = meanings.find(({ signs }) => signs.test(signOf(thrown)));
	if (meaning === undefined) return thrown;
	const { kind, what, toDo } = meaning;
	const { message }: Thrown = Object(thrown);
	return new Failure(
		kind,
		`The ledger's PostgreSQL, ${placeOf(target)}, ${what} (${String(message)}). ${toDo}`,
	);
}

/** The answer to COMMIT got lost: the server may have stored everything, or nothing. */
export const unknownOutcome = (target: PostgresTarget): Failure =>
	new Failure(
		'unavailable',
		`The ledger's PostgreSQL, ${placeOf(target)}, broke off while it stored. Whether it was stored is not known. Run it again: what is stored already is not stored twice.`,
	);
