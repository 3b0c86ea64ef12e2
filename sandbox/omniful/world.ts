import { callLog } from '../callLog';
import type { Clock } from '../clock';
import { faultPlayer } from '../faults';
import { slidingWindow } from '../quota';
import { tokens } from '../tokens';
import type { Family, OmnifulAsked, OmnifulOutcome } from './callTypes';
import { catalog } from './catalog';
import { hubs, usualHubs } from './hubs';
import type { Order } from './order';
import { webhookOrder } from './orderAnswer';
import { orderBook } from './orderBook';
import { refreshTokens } from './refreshTokens';
import { returns } from './returns';
import { tokenOf } from './signIn';
import { stock } from './stock';
import type { OmnifulCredential, OmnifulFaults, OmnifulOptions } from './types';
import { webhooks } from './webhooks';

const usualSeller: OmnifulCredential = {
	clientId: 'seller-client',
	clientSecret: 'seller-secret+&%',
	refreshToken: 'seller-refresh-token-of-the-dashboard',
};

const usualTenant: OmnifulCredential = {
	clientId: 'tenant-client',
	clientSecret: 'tenant-secret+&%',
	refreshToken: 'tenant-refresh-token-of-the-dashboard',
};

export const usualWebhookSecret = 'whsec-omniful-sandbox';

const minuteMs = 60_000;

/** Everything that `reset` begins anew. */
export const world = (options: OmnifulOptions, clock: Clock) => {
	const { now, elapsed } = clock;
	const { seller = usualSeller, tenant = usualTenant, callsPerMinute = 60 } = options;
	const credentials: Readonly<Record<Family, OmnifulCredential>> = { seller, tenant };
	const settings = { orderSync: true, inventorySync: true, manualApproval: false, stockRows: 0 };
	const faults = faultPlayer<OmnifulFaults>();
	const shelves = stock(now);
	const hooks = webhooks({
		now,
		secret: options.webhookSecret ?? usualWebhookSecret,
		waitsMs: options.webhookWaitsMs,
	});
	const windows = {
		seller: slidingWindow({ calls: callsPerMinute, perMs: minuteMs }, elapsed),
		tenant: slidingWindow({ calls: 2 * callsPerMinute, perMs: minuteMs }, elapsed),
	};
	const onChange = (before: Order | null, after: Order, what: string) => {
		shelves.follow(before, after);
		if (before === null) return hooks.emit('order.create.event', webhookOrder(after));
		const isShipment = before.shipment === null && after.shipment !== null;
		const event = isShipment && what === 'booked' ? 'order.shipment.event' : 'order.update.event';
		hooks.emit(event, webhookOrder(after));
	};
	return {
		settings,
		credentials,
		now,
		faults,
		routeMs: options.routeMs ?? 1_000,
		/** Whether one more call of the family is one too many. */
		isFull: (family: Family): boolean => windows[family](credentials[family].clientId) > 0,
		tokens: tokens(now, tokenOf('access')),
		refreshTokens: refreshTokens(now, {
			known: [seller, tenant],
			keeps: options.keepsRefreshTokens ?? false,
		}),
		log: callLog<OmnifulAsked, OmnifulOutcome>(now),
		hubs: hubs(options.hubs ?? usualHubs),
		catalog: catalog(now),
		stock: shelves,
		returns: returns(now),
		webhooks: hooks,
		orders: orderBook({ now, lateness: faults.lateness, onChange }),
	};
};

export type World = ReturnType<typeof world>;
