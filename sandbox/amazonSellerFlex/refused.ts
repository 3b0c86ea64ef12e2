/** A refusal of the API. The codes are those of reference/amazon-seller-flex.md 4. */
export class Refused extends Error {
	constructor(
		readonly status: number,
		readonly code: string,
		message: string,
		readonly details?: string,
	) {
		super(message);
	}
}

export const invalid = (message: string) => new Refused(400, 'InvalidInput', message);

/** As Listings Items words it (reference/amazon-seller-flex.md 11.1). */
export const badRequest = (details: string) =>
	new Refused(400, 'BAD_REQUEST', 'Invalid input', details);

export const notFound = (what: string, id: string) =>
	new Refused(404, 'NotFound', `Requested Entity with '${what}' '${id}' is not found`);

/** What is done already: that a repeat is refused so is a guess (reference/amazon-seller-flex.md 15). */
export const duplicate = (message: string) => new Refused(409, 'DuplicateRequest', message);

/** A call that comes too early or too late; which status says so is not known (reference/amazon-seller-flex.md 6.3). */
export const wrongState = (message: string) => new Refused(422, 'InvalidInput', message);

export const forbidden = (message: string) => new Refused(403, 'Forbidden', message);

export const unauthorised = (details: string) =>
	new Refused(403, 'Unauthorized', 'Access to requested resource is denied.', details);
