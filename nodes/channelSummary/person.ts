/** As whom the webhook let somebody in, as far as its headers tell: by name and password, or by a proxy that signs people in. */
export function personIn(headers: unknown): string {
	const given = (typeof headers === 'object' && headers !== null ? headers : {}) as Record<
		string,
		unknown
	>;
	const header = (name: string) => (typeof given[name] === 'string' ? given[name] : '');
	const [, basic = ''] = /^Basic ([\w+/=-]+)$/i.exec(header('authorization')) ?? [];
	const [name = ''] = Buffer.from(basic, 'base64').toString().split(':');
	return name || header('x-forwarded-user');
}
