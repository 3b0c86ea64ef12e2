import type { ChannelUpdate } from '../../domain/channelUpdate';
import type { ChannelConnector, Http, UpdateSent } from '../connector';
import { cancel } from './cancelling';
import { create } from './creating';

export const updates = {
	/** Omniful tells what became of an order, and is told of none: there is no call for it (reference/omniful.md 1.7). */
	statuses: [],

	async send(http: Http, update: ChannelUpdate): Promise<UpdateSent> {
		if (update.effect === 'create') return await create(http, update);
		if (update.effect === 'cancel') return await cancel(http, update);
		return {
			outcome: 'untaken',
			detail: `Order ${update.number}: Omniful is told of new orders and of cancels only.`,
		};
	},
} satisfies NonNullable<ChannelConnector['updates']>;
