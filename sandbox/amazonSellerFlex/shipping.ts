import { z } from 'zod';
import { isNothing } from './deciding';
import { at, packageOf } from './packing';
import { parsed } from './parsed';
import { duplicate, invalid, wrongState } from './refused';
import type { Change } from './shipments';
import { isBefore } from './statuses';

const bodyStatus = z.strictObject({ status: z.literal('SHIPPED') });

/** Seller Flex says it in the query, the pinned model in the body (reference/amazon-seller-flex.md 6.4). */
const checkStatus = (status: string | undefined, body: unknown, byBody: boolean) => {
	if (byBody) {
		if (status) throw invalid('status is deprecated in the query');
		return parsed(bodyStatus, body);
	}
	if (status !== 'SHIPPED') throw invalid('status must be SHIPPED');
	if (!isNothing(body)) throw invalid('a body is for Self Delivery only');
	return { status };
};

export interface PackageStatusCall {
	readonly packageId: string;
	readonly status: string | undefined;
	readonly body: unknown;
	readonly byBody: boolean;
}

export const shipped =
	({ packageId, status, body, byBody }: PackageStatusCall): Change =>
	(shipment) => {
		checkStatus(status, body, byBody);
		const kept = packageOf(shipment, packageId);
		if (shipment.status === 'CANCELLED') {
			throw wrongState(`Shipment '${shipment.id}' is cancelled`);
		}
		if (isBefore(kept.stage, 'SHIPLABEL_GENERATED')) {
			throw wrongState(`Package '${packageId}' has no label`);
		}
		if (kept.stage !== 'SHIPLABEL_GENERATED') {
			throw duplicate(`Package '${packageId}' is ${kept.stage} already`);
		}
		return at(shipment, kept, 'SHIPPED');
	};
