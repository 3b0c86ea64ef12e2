import type { IExecuteFunctions } from 'n8n-workflow';
import { cancelReasons, type CancelReason, type Tracking } from '../../domain/channelUpdate';
import { hubStatuses } from '../../domain/hubStatus';
import type { StatusDetail } from '../../ledger/orderShapes';
import { count, oneOf, text } from '../shared/parameters';

export const statusOf = (context: IExecuteFunctions, item: number) =>
	oneOf(hubStatuses, text(context, 'status', item), 'status');

/** What the user added to a move: a parcel, named by the parameter, and how it travels. */
export function statusDetail(
	context: IExecuteFunctions,
	item: number,
	parcel: string,
): StatusDetail {
	const tracking = trackingOf(context, item, 'options.trackingNumber');
	const isGiven = Object.values(tracking).some((part) => part !== null && part !== '');
	return {
		parcel: parcelOf(context, item, parcel),
		tracking: isGiven ? tracking : undefined,
		by: byWhom(context, item),
	};
}

/** Who does it, for the order log: a person where one is named, else the workflow. */
export const byWhom = (context: IExecuteFunctions, item: number): string =>
	text(context, 'options.changedBy', item) || `Workflow ${context.getWorkflow().name ?? ''}`.trim();

/** Why the order is cancelled, or undefined where the user did not say. */
export function reasonOf(context: IExecuteFunctions, item: number): CancelReason | undefined {
	const given = text(context, 'options.reason', item);
	return given === '' ? undefined : oneOf(cancelReasons, given, 'reason');
}

/** A number in the named parameter; carrier and link are options. */
export const trackingOf = (context: IExecuteFunctions, item: number, number: string): Tracking => ({
	number: text(context, number, item),
	carrier: text(context, 'options.carrier', item) || null,
	url: text(context, 'options.trackingUrl', item) || null,
});

/** The parcel's ID in the ledger, or undefined where the user named none. */
export function parcelOf(
	context: IExecuteFunctions,
	item: number,
	name: string,
): number | undefined {
	const given = text(context, name, item);
	return given === '' ? undefined : count(given, name);
}
