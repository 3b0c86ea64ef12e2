const oneHour = 3_600_000;

/** "Error rate above 25 % over the last hour" has no documented smallest sample; 20 is a guess (reference/ikas.md 5). */
const smallestSample = 20;

/** Bans for an hour whoever errs too often. A good answer is one with status 200 and no `errors`. */
export const penalties = (now: () => number) => {
	let recent: readonly { readonly at: number; readonly isError: boolean }[] = [];
	let bannedUntil = 0;
	return {
		isBanned: () => now() < bannedUntil,
		count(isError: boolean) {
			const at = now();
			recent = [...recent.filter((call) => call.at > at - oneHour), { at, isError }];
			const errors = recent.filter((call) => call.isError).length;
			if (recent.length >= smallestSample && errors / recent.length > 0.25) {
				bannedUntil = at + oneHour;
				recent = [];
			}
		},
	};
};
