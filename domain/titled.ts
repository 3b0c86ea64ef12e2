/** A code of ours as people read it: `on_hold` becomes `On Hold`. */
export const titled = (code: string): string =>
	code
		.split('_')
		.map((word) => word.charAt(0).toUpperCase() + word.slice(1))
		.join(' ');
