/** Says whose story a line belongs to. */
export const speaking = (channel: string, say: (line: string) => void) => (line: string) =>
	say(`${channel}: ${line}`);
