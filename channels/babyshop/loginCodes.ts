const fromKey = 'Check username and password in the credential';
const fromUser = 'Have Babyshop switch API access on for the user';

/** What is wrong with the login, and what a person does about it (reference/babyshop-vinculum.md 4). */
const codes: Readonly<Record<number, string>> = {
	11: fromKey,
	14: fromUser,
	15: fromKey,
	2000: fromKey,
	2001: fromKey,
	2002: fromUser,
};

/** Whether another key may help. */
export const isLoginCode = (code: number): boolean => code in codes;

/** For the end of a message, without a full stop. */
export const loginAdvice = (code: number): string => codes[code] ?? fromKey;
