/** Text from outside as a message may carry it: without line breaks, and without what moves a terminal's cursor or the direction of reading. */
export const oneLine = (text: string): string =>
	text.replace(/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]+/gu, ' ');
