import { z } from 'zod';
import { isNothing } from './deciding';
import { labelled } from './label';
import { packageOf } from './packing';
import { parsed } from './parsed';
import { duplicate, invalid, notFound, wrongState } from './refused';
import { type KeptPackage, type Shipment, isInvoiced, staged } from './shipment';
import type { Change } from './shipments';

const wish = z.strictObject({
	packageIds: z.array(z.string()).min(1).max(50),
	/** Only for a carrier of a third party; a Seller Flex node gets Amazon's own whatever it says. */
	courierSupportedAttributes: z
		.strictObject({ carrierName: z.string(), trackingId: z.string() })
		.optional(),
});

/** Without a body all packages are meant (reference/amazon-seller-flex.md 6.4). */
export const wishedPackages = (shipment: Shipment, body: unknown): readonly KeptPackage[] => {
	if (isNothing(body)) return shipment.packages;
	return [...new Set(parsed(wish, body).packageIds)].map((id) => packageOf(shipment, id));
};

const isReady = (shipment: Shipment, { stage }: KeptPackage) =>
	stage === 'INVOICE_GENERATED' || (stage === 'PICKUP_SLOT_RETRIEVED' && !isInvoiced(shipment));

const check = (shipment: Shipment, wished: readonly KeptPackage[]) => {
	const { id, status } = shipment;
	if (status === 'CANCELLED') throw wrongState(`Shipment '${id}' is cancelled`);
	if (wished.length === 0) throw wrongState(`Shipment '${id}' has no packages`);
	const again = wished.find(({ label }) => label);
	if (again) throw duplicate(`Package '${again.sent.id}' has a label already`);
	const early = wished.find((kept) => !isReady(shipment, kept));
	if (early) throw wrongState(`Package '${early.sent.id}' in stage ${early.stage} gets no label`);
};

/** Labels for the packages that `fails` spares. */
export const labelsGenerated =
	(body: unknown, fails: () => boolean): Change =>
	(shipment, context) => {
		const wished = wishedPackages(shipment, body);
		check(shipment, wished);
		const packages = shipment.packages.map((kept) =>
			wished.includes(kept) && !fails()
				? { ...labelled(kept, context, 'api'), stage: 'SHIPLABEL_GENERATED' as const }
				: kept,
		);
		const isChanged = packages.some((kept, at) => kept !== shipment.packages[at]);
		return isChanged ? staged(shipment, packages) : shipment;
	};

/** The files again, under the same tracking: that the number stays is a guess (reference/amazon-seller-flex.md 8). */
export const checkLabels = (shipment: Shipment, wished: readonly KeptPackage[]): void => {
	if (shipment.status === 'CANCELLED') {
		throw wrongState(`Shipment '${shipment.id}' is cancelled`);
	}
	const missing = wished.find(({ label }) => !label);
	if (missing) throw notFound('label', missing.sent.id);
	if (wished.length === 0) throw notFound('label', shipment.id);
};

export const checkOption = (shippingOptionId: string | undefined): void => {
	// A Seller Flex node was given no options to choose from.
	if (shippingOptionId) throw invalid(`shippingOptionId '${shippingOptionId}' is not known`);
};

const oneHour = 3600;

/** Epoch seconds, as the samples look (reference/amazon-seller-flex.md 8). */
const windowAfter = (at: number) => {
	const startTime = Math.floor(at / 1000) + oneHour;
	return { startTime, endTime: startTime + 2 * oneHour };
};

/** What is answered of one package; `url` leads to its file. */
export const packageLabel = ({ sent, label }: KeptPackage, urlOf: (kept: string) => string) =>
	label
		? {
				packageId: sent.id,
				shipLabelMetadata: {
					carrierName: label.carrier,
					trackingId: label.trackingId,
					pickupWindow: windowAfter(label.at),
					timeSlot: { ...windowAfter(label.at), handoverMethod: 'PICKUP' },
				},
				fileData: { url: urlOf(label.trackingId) },
				status: 'SUCCESS',
			}
		: {
				packageId: sent.id,
				status: 'FAILURE',
				errorDetails: { code: '00001', message: 'Temporary failure. Try again.' },
			};
