import type { KeptPackage } from './shipment';
import type { ChangeContext } from './shipments';
import type { Cause } from './types';

/** Amazon chooses it (reference/amazon-seller-flex.md 8). */
export const carrier = 'ATS';

const trackingId = ({ random }: ChangeContext) =>
	Array.from({ length: 12 }, () => Math.floor(random() * 10)).join('');

export const labelled = (kept: KeptPackage, context: ChangeContext, by: Cause): KeptPackage => ({
	...kept,
	label: { carrier, trackingId: trackingId(context), at: context.now, by },
});
