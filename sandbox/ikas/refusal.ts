import { GraphQLError } from 'graphql';

export const refusal = (message: string, code: string) =>
	new GraphQLError(message, { extensions: { code } });

/** A bad argument, in the sandbox's words: those of ikas are not known (reference/ikas.md 4). */
export const badArgument = (message: string) => refusal(message, 'ARGUMENT_VALIDATION_ERROR');

/** An id that nothing has. */
export const unknownId = (message: string) => refusal(message, 'BAD_USER_INPUT');

/** Messages are keys. The codes of the last two are a guess after the first two (reference/ikas.md 4, addendum). */
const keys = {
	ORDER_LINE_IS_ALREADY_PACKAGED: 'error_messages.order.order_line_is_already_packaged',
	ORDER_NOT_ELIGIBLE_FOR_UPDATE: 'error_messages.order.not_eligible_for_update',
	ORDER_LINE_NOT_ELIGIBLE_FOR_CANCEL: 'error_messages.order_line.not_eligible_for_cancel',
	REFUND_ORDER_PAYMENT_ERROR: 'error_messages.order.refund_order_payment_error',
} as const;

export const businessRefusal = (code: keyof typeof keys) => refusal(keys[code], code);
