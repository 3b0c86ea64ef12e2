import { GraphQLError } from 'graphql';

const documentation = {
	ACCESS_DENIED: 'https://shopify.dev/api/usage/access-scopes',
	THROTTLED: 'https://shopify.dev/api/usage/rate-limits',
	MAX_COST_EXCEEDED: 'https://shopify.dev/api/usage/rate-limits',
} as const;

/** An error on top of the answer (reference/shopify.md 5). */
export const refusal = (
	message: string,
	code: string,
	extensions: Readonly<Record<string, unknown>> = {},
) => new GraphQLError(message, { extensions: { code, ...extensions } });

export const accessDenied = (what: string, requiredAccess: string) =>
	refusal(`Access denied for ${what}. Required access: ${requiredAccess}`, 'ACCESS_DENIED', {
		documentation: documentation.ACCESS_DENIED,
		requiredAccess,
	});

/** As others have seen it; the reference has no code for it (reference/shopify.md 5). */
export const badRequest = (message: string) => refusal(message, 'BAD_REQUEST');

/** The product does not use it, so the sandbox does not know it: never null by accident. */
export const notPlayed = (what: string) =>
	refusal(`the sandbox does not play ${what}`, 'SANDBOX_NOT_IMPLEMENTED');

export const throttled = () =>
	refusal('Throttled', 'THROTTLED', { documentation: documentation.THROTTLED });

export const maxCostExceeded = (cost: number, maxCost: number) =>
	refusal(
		`Query cost is ${cost}, which exceeds the single query max cost limit (${maxCost}).`,
		'MAX_COST_EXCEEDED',
		{ cost, maxCost, documentation: documentation.MAX_COST_EXCEEDED },
	);

/** A business refusal, in the payload of a mutation. Untyped ones have no code (reference/shopify.md 5). */
export interface UserError {
	readonly field: readonly string[] | null;
	readonly message: string;
	readonly code: string | null;
}

export const userError = (
	field: readonly (string | number)[] | null,
	message: string,
	code: string | null = null,
): UserError => ({ field: field && field.map(String), message, code });

/** Either what was made, or why it was not. */
export type Outcome<Made> =
	| { readonly made: Made; readonly errors: readonly [] }
	| { readonly made: null; readonly errors: readonly UserError[] };

export const made = <Made>(it: Made): Outcome<Made> => ({ made: it, errors: [] });

export const refused = (...errors: readonly UserError[]): Outcome<never> => ({
	made: null,
	errors,
});
