/** A refusal of the API, inside an answer of 200 (reference/babyshop-vinculum.md 6). */
export class Refused extends Error {
	constructor(
		readonly code: number,
		message: string,
	) {
		super(message);
	}
}

/** Whatever has no code of its own. That a request in the wrong shape gets it too is a guess (reference/babyshop-vinculum.md 6). */
export const generic = (why = '') =>
	new Refused(9, why ? `Generic Error: ${why}` : 'Generic Error');

export const emptyRequest = () => new Refused(5, 'The request is empty');

export const badKey = (code: number) => new Refused(code, keyWords.get(code) ?? 'Bad API key');

export const overQuota = () => new Refused(13, 'Quota of the API exceeded');

const keyWords = new Map([
	[11, 'API credentials are not valid'],
	[14, 'API credentials are not active'],
	[15, 'API credentials have expired'],
	[2000, 'authToken is expired or not valid'],
]);
