/** A refusal of the API: a problem with its HTTP status (reference/the-iconic-sellercenter.md 4). */
export class Refused extends Error {
	constructor(
		readonly status: number,
		readonly detail: string,
	) {
		super(detail);
	}
}

/** That a request in the wrong shape gets a 400 is a guess (reference/the-iconic-sellercenter.md 4). */
export const badRequest = (detail: string) => new Refused(400, detail);

export const notFound = (what: string) => new Refused(404, `${what} is not found`);

/** What the business does not allow; most of it has a code that the classic API had as well. */
export const unprocessable = (detail: string) => new Refused(422, detail);

/** What the reference knows and the sandbox leaves out. */
export const notPlayed = (what: string) => new Refused(501, `the sandbox does not play ${what}`);
