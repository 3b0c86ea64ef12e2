/** A call that Omniful answers with an error; messages as far as they are known (reference/omniful.md 1.3). */
export class Refused extends Error {
	constructor(
		message: string,
		readonly status: 400 | 401 | 403 | 404 = 400,
		readonly code?: string,
	) {
		super(message);
	}
}

export const forbidden = () => new Refused('You are not authorised to perform this action', 403);
