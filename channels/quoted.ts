import { oneLine } from '../domain/oneLine';

const secrets = /\bbearer\s+\S+|\beyJ[\w-]+(?:\.[\w-]*)*|\bshp[a-z]{2}_\w+/gi;
const longest = 200;

/** Text from outside as a message may carry it: one line, not long, no token. */
export function quoted(text: string): string {
	const line = oneLine(text).replace(/\s+/g, ' ').replace(secrets, '[hidden]').trim();
	return line.length > longest ? `${line.slice(0, longest)} ...` : line;
}
