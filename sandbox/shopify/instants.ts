/** Shopify's instants have no milliseconds. */
export const instantOf = (at: number): string => new Date(at).toISOString().replace(/\.\d+Z$/, 'Z');

export const instantOrNull = (at: number | null): string | null =>
	at === null ? null : instantOf(at);

export const wholeSecond = (at: number): number => Math.floor(at / 1000) * 1000;
