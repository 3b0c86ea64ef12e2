/** How credentials themselves call. That no redirect is followed is the guard's business. */
export const calling = {
	timeout: 10_000,
	returnFullResponse: true,
	ignoreHttpStatusErrors: true,
} as const;
