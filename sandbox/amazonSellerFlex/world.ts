import { callLog } from '../callLog';
import type { Clock } from '../clock';
import { faultPlayer } from '../faults';
import { random } from '../random';
import { account } from './account';
import type { AmazonAsked, AmazonOutcome } from './callTypes';
import { currencyOf } from './charges';
import { documents } from './documents';
import { inventory } from './inventory';
import { jobs } from './jobs';
import { lwa } from './lwa';
import { products } from './products';
import { quotas } from './quotas';
import { shipments } from './shipments';
import type { AmazonInvoiceState } from './stateTypes';
import type { AmazonFaults, AmazonOptions } from './types';

/** Everything that `reset` begins anew. */
export const world = (options: AmazonOptions, { now, elapsed }: Clock) => {
	const seeded = random(options.seed ?? 1);
	const seller = account(options);
	const { settings, credential } = seller;
	const marketplace = seller.marketplace.id;
	const currency = currencyOf(seller.marketplace.currency);
	const player = faultPlayer<AmazonFaults>();
	const files = documents(seeded, now);
	const { priceMs = 2000 } = options;
	const goods = products({ marketplace, currency: currency.code, priceMs, now });
	const orders = shipments({
		random: seeded,
		now,
		lateness: player.lateness,
		currency,
		marketplace,
		sellerId: credential.sellerId,
		surroundings: () => ({ location: settings.locations[0]?.id ?? '', priceOf: goods.price }),
	});
	const invoices: AmazonInvoiceState[] = [];
	const listings = { products: goods, marketplace, currency: currency.code };
	const isAuthorised = () => settings.grants.authorised;
	return {
		...seller,
		options,
		random: seeded,
		now,
		faults: player,
		lwa: lwa({ credential, random: seeded, now, isAuthorised }),
		log: callLog<AmazonAsked, AmazonOutcome>(now),
		quotas: quotas(options.quotas, elapsed),
		documents: files,
		shipments: orders,
		/** Labels of a shipment that have still to fail. */
		failingLabels: new Map<string, number>(),
		inventory: inventory(now),
		listings,
		invoices,
		feeds: jobs({
			options,
			seller,
			currency,
			documents: files,
			shipments: orders,
			listings,
			invoices,
			now,
			fails: () => player.happens('rowFailure'),
		}),
	};
};

export type World = ReturnType<typeof world>;
