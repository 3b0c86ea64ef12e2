const longest = 64;

/** Why the text is no code of a warehouse, or null. Codes are compared exactly. */
export function warehouseFault(code: string): string | null {
	if (code.trim() === '') return 'The code of a warehouse is empty. Copy it from Oker.';
	if (code.length <= longest) return null;
	return `"${code.slice(0, longest)}…" is longer than the ${longest} characters of a warehouse code. Copy it from Oker.`;
}
