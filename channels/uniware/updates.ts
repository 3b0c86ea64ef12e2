import type { ChannelUpdate } from '../../domain/channelUpdate';
import type { ChannelConnector, Http, UpdateSent } from '../connector';
import { cancel } from './cancelling';
import { create } from './creating';
import { reduce } from './reducing';

export const updates = {
	/** Uniware tells what became of an order, and is told of none. */
	statuses: [],

	reduces: true,

	async send(http: Http, update: ChannelUpdate): Promise<UpdateSent> {
		if (update.effect === 'create') return await create(http, update);
		if (update.effect === 'cancel') return await cancel(http, update);
		if (update.effect === 'reduce') return await reduce(http, update);
		return {
			outcome: 'untaken',
			detail: `Order ${update.number}: Uniware is told of new orders and of cancels only.`,
		};
	},
} satisfies NonNullable<ChannelConnector['updates']>;
