import type { SentPackage } from './packageShape';
import { type Progress, type ShipmentStatus, stageOf } from './statuses';
import type { AmazonLabelState } from './stateTypes';
import type {
	AmazonCancellation,
	AmazonLineDraft,
	AmazonShipmentChange,
	AmazonShipmentDraft,
} from './types';

/** Packages have no status of their own for what a shipment is before it has any. */
export type PackageStage = Exclude<Progress, 'CREATED' | 'ACCEPTED' | 'CONFIRMED'>;

export interface KeptPackage {
	readonly sent: SentPackage;
	readonly stage: PackageStage;
	readonly label: AmazonLabelState | null;
}

export interface Line {
	readonly id: string;
	/** In minor units, with tax. */
	readonly unitPrice: number;
	readonly draft: AmazonLineDraft;
}

export interface Cancelled {
	readonly type: 'SELLER_REJECTED' | NonNullable<AmazonCancellation['type']>;
	readonly reason: string | null;
	readonly referenceId: string | null;
	readonly at: number;
}

/** A shipment as Amazon has it. */
export interface Shipment {
	readonly id: string;
	readonly buyerOrderId: string;
	readonly location: string;
	readonly postalCode: string;
	readonly placedAt: number;
	readonly createdAt: number;
	readonly updatedAt: number;
	readonly shipBy: number;
	readonly status: ShipmentStatus;
	readonly subStatus: string | null;
	readonly reason: string | null;
	readonly lines: readonly Line[];
	readonly packages: readonly KeptPackage[];
	readonly invoice: { readonly number: string; readonly at: number } | null;
	readonly cancelled: Cancelled | null;
	/** What it was placed as: all that nobody changes. */
	readonly draft: AmazonShipmentDraft;
	readonly overrides: Readonly<Record<string, unknown>> | null;
	readonly history: readonly AmazonShipmentChange[];
}

export const isFlex = ({ draft }: Shipment) => (draft.channelName ?? 'FBA') === 'FBA';

export const isInvoiced = ({ draft }: Shipment) => draft.invoice ?? false;

/** In minor units, with tax. */
export const lineTotal = ({ unitPrice, draft }: Line) => unitPrice * draft.quantity;

/** Where a shipment with packages is: as far as the last of them. That Amazon sees it so is a guess. */
export const staged = (shipment: Shipment, packages: readonly KeptPackage[]): Shipment => ({
	...shipment,
	packages,
	status: packages
		.map(({ stage }) => stage)
		.reduce((last, stage) => (stageOf(stage) < stageOf(last) ? stage : last), 'DELIVERED'),
});

export const defaultRejectable: readonly Progress[] = [
	'ACCEPTED',
	'CONFIRMED',
	'PACKAGE_CREATED',
	'PICKUP_SLOT_RETRIEVED',
];

/** The package of all lines that Amazon's own screen makes, or recommends. */
export const wholePackage = (id: string, { lines, draft }: Shipment): SentPackage => {
	const { lengthCm, widthCm, heightCm, weightG } = draft.recommendedPackage ?? usual;
	const cm = (value: number) => ({ value: String(value), dimensionUnit: 'CM' as const });
	return {
		id,
		dimensions: { length: cm(lengthCm), width: cm(widthCm), height: cm(heightCm) },
		weight: { value: String(weightG), weightUnit: 'G' },
		packageLineItems: lines.map((line) => ({
			packageLineItemId: line.id,
			quantity: line.draft.quantity,
		})),
	};
};

const usual = { lengthCm: 30, widthCm: 20, heightCm: 10, weightG: 500 };
