import { closeSync, openSync, readdirSync, readSync } from 'node:fs';
import { join, relative } from 'node:path';

/** What must be nowhere, by what it is. */
export type Secrets = Readonly<Record<string, readonly string[]>>;

export interface Leak {
	/** Relative to the folder that was searched. */
	readonly file: string;
	/** Which secret, never the secret itself. */
	readonly what: string;
	readonly spelling: string;
}

interface Needle extends Omit<Leak, 'file'> {
	readonly bytes: Buffer;
}

/**
 * Reads every file below the folder, whatever it is, and tells where a secret stands in it. One that SQLite has split over
 * two of its pages is not seen.
 */
export function findSecrets(folder: string, secrets: Secrets, chunk = 2 ** 22): readonly Leak[] {
	const needles = Object.entries(secrets).flatMap(([what, values]) =>
		values.flatMap((value) => needlesOf(what, value)),
	);
	const distinct = [...new Map(needles.map((one) => [one.bytes.toString('hex'), one])).values()];
	return readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map(({ parentPath, name }) => relative(folder, join(parentPath, name)))
		.sort()
		.flatMap((file) => leaksIn(folder, file, distinct, chunk));
}

function leaksIn(folder: string, file: string, needles: readonly Needle[], chunk: number): Leak[] {
	const found = new Map<string, Leak>();
	for (const bytes of chunks(join(folder, file), chunk, longest(needles))) {
		for (const { what, spelling, bytes: needle } of needles) {
			if (bytes.includes(needle)) found.set(`${what} ${spelling}`, { file, what, spelling });
		}
	}
	return [...found.values()];
}

const longest = (needles: readonly Needle[]) =>
	needles.reduce((most, { bytes }) => Math.max(most, bytes.length), 1);

/** Each chunk begins with the end of the one before, so that nothing hides on a border. */
function* chunks(path: string, size: number, overlap: number): Generator<Buffer> {
	const file = openSync(path, 'r');
	try {
		const bytes = Buffer.alloc(size + overlap);
		let kept = 0;
		for (let read = 1; read > 0; ) {
			read = readSync(file, bytes, kept, size, null);
			const filled = kept + read;
			yield bytes.subarray(0, filled);
			kept = Math.min(overlap, filled);
			bytes.copyWithin(0, filled - kept, filled);
		}
	} finally {
		closeSync(file);
	}
}

function needlesOf(what: string, value: string): readonly Needle[] {
	const spellings = {
		plain: [value],
		'URL-encoded': [encodeURIComponent(value), `${new URLSearchParams({ value })}`.slice(6)],
		'in JSON': [
			JSON.stringify(value).slice(1, -1),
			JSON.stringify(JSON.stringify(value)).slice(3, -3),
		],
		'in base64': [0, 1, 2].flatMap((before) => {
			const base64 = inBase64(value, before);
			return [base64, base64.replaceAll('+', '-').replaceAll('/', '_')];
		}),
	};
	const texts = Object.entries(spellings).flatMap(([spelling, all]) =>
		all.map((text) => ({ what, spelling, text })),
	);
	return texts.flatMap(({ text, ...needle }) => [
		{ ...needle, bytes: Buffer.from(text) },
		{ ...needle, spelling: `${needle.spelling}, in UTF-16`, bytes: Buffer.from(text, 'utf16le') },
	]);
}

/** Without the first and last characters, which depend on the bytes around it. */
function inBase64(value: string, before: number): string {
	const whole = Buffer.concat([Buffer.alloc(before), Buffer.from(value)]);
	const certain = Math.floor((whole.length * 8) / 6);
	return whole.toString('base64').slice(Math.ceil((before * 8) / 6), certain);
}
