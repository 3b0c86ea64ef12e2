/** What somebody sent under the name, where that is a text. */
export function textIn(sent: unknown, name: string): string {
	const given = (typeof sent === 'object' && sent !== null ? sent : {}) as Record<string, unknown>;
	const value = given[name];
	return typeof value === 'string' ? value : '';
}
