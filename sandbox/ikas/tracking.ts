import { carriers } from './carriers';
import type { TrackingState } from './effectTypes';
import type { TrackingInput } from './inputs';
import type { RawTracking } from './raw';
import { unknownId } from './refusal';

/** What is named is laid over what was known; that the rest stays is a guess (reference/ikas.md 11.1). */
export const tracked = (
	known: RawTracking | null,
	given: TrackingInput | undefined,
): RawTracking | null => {
	if (!given) return known;
	const { shippingLabelImageBase64, ...named } = given;
	const { cargoCompanyId } = named;
	if (cargoCompanyId && !carriers.some(({ id }) => id === cargoCompanyId)) {
		throw unknownId('there is no cargo company of this id');
	}
	const label = shippingLabelImageBase64 ? { shippingLabelImage: shippingLabelImageBase64 } : {};
	return { ...known, ...named, ...label };
};

const fields = [
	'trackingNumber',
	'trackingLink',
	'barcode',
	'cargoCompany',
	'cargoCompanyId',
] as const;

/** A label or a wish for a notification is no other tracking. */
export const isSameTracking = (left: RawTracking | null, right: RawTracking | null) =>
	fields.every((field) => (left?.[field] ?? null) === (right?.[field] ?? null));

export const trackingState = (tracking: RawTracking | null): TrackingState | null =>
	tracking && {
		number: tracking.trackingNumber ?? null,
		link: tracking.trackingLink ?? null,
		carrier: tracking.cargoCompany ?? null,
	};
