import type { ChannelUpdate } from '../../domain/channelUpdate';
import { refused } from '../../domain/failure';
import type { Http } from '../connector';
import { reading, rowsOrNone, sound, text, textOrNull } from '../fields';
import { attempt, refusalOf } from './answer';
import { memoOf } from './memo';
import type { Memo } from './memo';
import * as requests from './requests';
import { sellerOf } from './seller';
import { checkOwner } from './shipmentList';
import type { AmazonShipment } from './types';

/** How far a shipment can get, and a package (reference/amazon-seller-flex.md 6.3). CANCELLED leaves the way. */
const stages = [
	'CREATED',
	'ACCEPTED',
	'CONFIRMED',
	'PACKAGE_CREATED',
	'PICKUP_SLOT_RETRIEVED',
	'INVOICE_GENERATED',
	'SHIPLABEL_GENERATED',
	'SHIPPED',
	'DELIVERED',
] as const;

export type Stage = (typeof stages)[number];

export const isBefore = (stage: Stage, other: Stage): boolean =>
	stages.indexOf(stage) < stages.indexOf(other);

export interface Package {
	readonly id: string;
	readonly stage: Stage;
}

/** A shipment as far as changes of it are decided by it. */
export interface ShipmentState {
	readonly stage: Stage;
	readonly packages: readonly Package[];
	readonly memo: Memo;
}

/** As Amazon has it now. */
export interface ShipmentSeen {
	/** `CANCELLED`, or how far it is; a value that nobody knew passes through. */
	readonly status: string;
	readonly packages: readonly Package[];
	readonly memo: Memo;
	/** Amazon's clock in epoch ms, or null where it did not say. */
	readonly clock: number | null;
}

export async function lookAt(
	http: Http,
	{ order, number }: Pick<ChannelUpdate, 'order' | 'number'>,
): Promise<ShipmentSeen> {
	const what = `order ${number}`;
	const answer = await attempt(http, requests.shipment(order), what);
	if ('refusal' in answer) {
		if (!/^40[04]$/.test(String(answer.refusal.status))) throw refusalOf(answer.refusal);
		throw refused(
			`amazonSellerFlex: Amazon has no order ${number} with the ID "${order}". Look whether it is in another store.`,
		);
	}
	checkOwner(answer.body, sellerOf(http));
	const from = reading<AmazonShipment>(answer.body);
	const status = text(from, 'status');
	const packages = rowsOrNone(from, 'packages').map((one) => ({
		id: text(one, 'id'),
		stage: stageOf(textOrNull(one, 'status'), status),
	}));
	sound('amazonSellerFlex', from);
	return { status, packages, memo: memoOf(from), clock: answer.clock };
}

/** Of a package; the shipment's where it says nothing that is known. */
function stageOf(status: string | null, shipment: string): Stage {
	const named = status === 'CREATED' ? 'PACKAGE_CREATED' : status;
	return knownStage(named) ?? knownStage(shipment) ?? 'PACKAGE_CREATED';
}

export const knownStage = (status: string | null): Stage | null =>
	stages.find((stage) => stage === status) ?? null;
