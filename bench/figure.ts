/** One measured figure. Without a target it only explains the others. */
export interface Figure {
	readonly name: string;
	readonly value: number;
	readonly unit:
		| 'orders/s'
		| 'decisions/s'
		| 'rows/s'
		| 'ms'
		| 'of floor'
		| 'of quota'
		| 'of the time'
		| 'calls'
		| 'calls/s'
		| 'points'
		| 's'
		| 'cores'
		| 'orders'
		| 'MB'
		| 'times';
	readonly target?: { readonly least: number } | { readonly most: number } | undefined;
}

export const isMet = ({ value, target }: Figure): boolean =>
	target === undefined || ('least' in target ? value >= target.least : value <= target.most);

export const asRow = (figure: Figure): string => {
	const { name, value, unit, target } = figure;
	const bound =
		target === undefined ? '' : 'least' in target ? `>= ${target.least}` : `<= ${target.most}`;
	const verdict = target === undefined ? '' : isMet(figure) ? 'met' : 'MISSED';
	return `${name.padEnd(66)}${shown(value).padStart(10)} ${unit.padEnd(13)}${bound.padEnd(10)}${verdict}`;
};

const shown = (value: number) =>
	value.toLocaleString('en', { maximumFractionDigits: value < 10 ? 2 : 0 });
