/** What an address of the page may say, in the order in which it is written. */
const names = [
	'store',
	'queue',
	'after',
	'q',
	'channel',
	'show',
	'from',
	'confirm',
	'kind',
	'full',
	'exception',
	'order',
	'hub',
	'return',
	'try',
	'rules',
	'live',
] as const;

export type Address = Readonly<Partial<Record<(typeof names)[number], string>>>;

/** Under whatever path the webhook answers: only the part behind the question mark is ours. */
export const link = (address: Address): string =>
	`?${new URLSearchParams(
		names.flatMap((name): [string, string][] => {
			const value = address[name] ?? '';
			return value === '' ? [] : [[name, value]];
		}),
	).toString()}`;

/** What somebody typed may be anything, also the same name twice. */
export function addressOf(query: unknown): Address {
	const given = (typeof query === 'object' && query !== null ? query : {}) as Record<
		string,
		unknown
	>;
	return Object.fromEntries(
		names.flatMap((name) => {
			const value = [given[name]].flat()[0];
			return typeof value === 'string' && value.trim() !== '' ? [[name, value.trim()]] : [];
		}),
	);
}
