/** Units of one line of the channel. */
export interface LineUnits {
	readonly line: string;
	readonly quantity: number;
}

/** Such as `1001, 1002 x 3`, for people to read as well. */
export const lineIdsText = (units: readonly LineUnits[]): string =>
	units
		.map(({ line, quantity }) => `${escaped(line)}${quantity === 1 ? '' : ` x ${quantity}`}`)
		.join(', ');

const written = /^([^,\s]+)(?: x ([1-9]\d{0,8}))?$/;

/** The other way round; null where the text was not written by the hub. */
export function lineIdsIn(text: string): readonly LineUnits[] | null {
	const found = text.split(', ').map((part) => written.exec(part));
	const units = found.flatMap((match) =>
		match?.[1] === undefined
			? []
			: [{ line: unescaped(match[1]), quantity: Number(match[2] ?? 1) }],
	);
	return units.length === found.length ? units : null;
}

/** An id may hold whatever the channel likes. */
const escaped = (id: string) =>
	id.replace(/[%,\s]/g, (character) => `%${character.charCodeAt(0).toString(16).padStart(4, '0')}`);

const unescaped = (text: string) =>
	text.replace(/%([0-9a-f]{4})/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
