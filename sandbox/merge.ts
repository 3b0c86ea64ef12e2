type Plain = Readonly<Record<string, unknown>>;

const isPlain = (value: unknown): value is Plain =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** Objects by key, arrays by index; `[]` and everything else replaces. */
export const merge = (base: unknown, over: unknown): unknown => {
	if (isPlain(base) && isPlain(over)) {
		const merged = Object.entries(over).map(([key, value]) => [key, merge(base[key], value)]);
		return { ...base, ...Object.fromEntries(merged) };
	}
	if (Array.isArray(base) && Array.isArray(over) && over.length > 0) {
		const length = Math.max(base.length, over.length);
		return Array.from({ length }, (_, at) => (at in over ? merge(base[at], over[at]) : base[at]));
	}
	return over;
};
