import { Failure } from '../../domain/failure';

/** A credential that was changed to another shop must not pour its orders into this store. */
export function sameAccount(expected: string, found: string): void {
	if (expected === found) return;
	throw new Failure(
		'unauthorised',
		`ikas: the credential belongs to the account ${found}, but the store is connected to ${expected}. Put the credential of that account back, or connect the other account as a store of its own.`,
	);
}
