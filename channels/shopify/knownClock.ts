import { Failure } from '../../domain/failure';

/** The time of Shopify's own clock says how old its figures are; there is no other that is certain not to be ahead of it. */
export function known(clock: number | null): number {
	if (clock !== null) return clock;
	throw new Failure(
		'malformed',
		'shopify: the answer does not say its time, so nobody knows how old the figures are. Look for a proxy that takes the Date header off.',
	);
}
