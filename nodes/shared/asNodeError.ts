import { NodeApiError, NodeError, NodeOperationError } from 'n8n-workflow';
import type { INode, NodeApiError as ApiError } from 'n8n-workflow';
import type { Failure, FailureKind } from '../../domain/failure';
import { failureOf, messageOf } from './failureOf';

type HostFailure = NonNullable<ApiError['failure']>;

export const advice: Readonly<Record<FailureKind, string>> = {
	unauthorised: 'Open the credential, check what it holds and test it.',
	rateLimited: 'Nothing is lost. Wait, then run it again, or sync less often.',
	rejected: 'Correct what the message names. Nothing was changed.',
	unavailable: 'Run it again later. If it stays so, check the address in the credential.',
	malformed:
		'Run it again later. If it stays so, what answers is not the service the credential names.',
};

const causes: Readonly<Record<FailureKind, (failure: Failure) => HostFailure>> = {
	unauthorised: () => ({ cause: 'credential-invalid' }),
	rateLimited: ({ retryAfterMs }) => ({ cause: 'rate-limited', retryAfterMs }),
	rejected: () => ({ cause: 'configuration-invalid' }),
	unavailable: ({ retryAfterMs }) => ({ cause: 'temporarily-unavailable', retryAfterMs }),
	malformed: () => ({ cause: 'temporarily-unavailable' }),
};

/** What n8n shows. Hosts that know `failure` back off by it; older ones leave it aside. */
export function asNodeError(node: INode, thrown: unknown, itemIndex?: number): NodeError {
	const failure = failureOf(thrown);
	if (failure === null && thrown instanceof NodeError) return thrown;
	if (failure === null) return new NodeOperationError(node, messageOf(thrown), { itemIndex });
	const told = {
		message: failure.message,
		description: advice[failure.kind],
		itemIndex,
		failure: causes[failure.kind](failure),
	};
	const error =
		failure.kind === 'rejected'
			? new NodeOperationError(node, failure.message, told)
			: new NodeApiError(node, { message: failure.message }, told);
	// Where a message holds a code such as ECONNREFUSED, n8n puts its own words in its place, and nobody learns who refused.
	error.message = failure.message;
	return error;
}
