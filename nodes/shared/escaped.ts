const entities: Readonly<Record<string, string>> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&#39;',
};

/** As text in HTML, also between quotes. */
export const escaped = (text: string): string =>
	text.replaceAll(/[&<>"']/g, (sign) => entities[sign] ?? sign);
