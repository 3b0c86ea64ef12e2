import type { IExecuteFunctions } from 'n8n-workflow';
import type { Tracking } from '../../domain/channelUpdate';
import { parcelOf, tells } from '../channel/tells';
import { oneOf, text } from '../shared/parameters';
import { access } from './access';

const statuses = access.connector.updates.statuses;
const keys = statuses.map(({ key }) => key).filter((key) => key !== 'canceled');

export const updateStatus = tells(access, (context, item, order) => {
	const channelStatus = oneOf(keys, text(context, 'status', item), 'status');
	const hubStatus = statuses.find(({ key }) => key === channelStatus)?.usual ?? 'packed';
	const parcels = [
		parcelOf(context, item, order, carriedBy(context, item, 'options.trackingNumber')),
	];
	return { effect: 'status', hubStatus, channelStatus, parcels };
});

export const ship = tells(access, (context, item, order) => ({
	effect: 'status',
	hubStatus: 'shipped',
	channelStatus: 'shipped',
	parcels: [parcelOf(context, item, order, carriedBy(context, item, 'trackingNumber'))],
}));

export const cancel = tells(access, (context, item) => ({
	effect: 'cancel',
	hubStatus: 'cancelled',
	channelStatus: 'canceled',
	parcels: [],
	channelReason: text(context, 'reason', item),
}));

/** A number in the named parameter. A provider with an integration of its own makes it itself: then it is named without one. */
function carriedBy(context: IExecuteFunctions, item: number, named: string): Tracking | null {
	const number = text(context, named, item);
	const carrier = text(context, 'options.carrier', item) || null;
	return number === '' && carrier === null ? null : { number, carrier, url: null };
}
