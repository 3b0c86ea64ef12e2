import { Failure } from '../../domain/failure';

/** The failure inside what was thrown: n8n wraps what a credential or a request throws. */
export function failureOf(thrown: unknown): Failure | null {
	if (thrown instanceof Failure) return thrown;
	return thrown instanceof Error && thrown.cause !== undefined ? failureOf(thrown.cause) : null;
}

export const messageOf = (thrown: unknown): string =>
	thrown instanceof Error ? thrown.message : String(thrown);
