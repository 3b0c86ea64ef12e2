import { gzipSync } from 'node:zlib';
import { callLog } from '../callLog';
import type { Clock } from '../clock';
import { faultPlayer } from '../faults';
import { random, uuid } from '../random';
import { tokens } from '../tokens';
import { SandboxRefusal } from '../wire';
import { currencyOf } from './charges';
import { documents } from './documents';
import { roles } from './drafts';
import { feeds } from './feeds';
import { inventory } from './inventory';
import { invoiceFeed } from './invoiceFeed';
import { lwa, tokenLifetime } from './lwa';
import { marketplaces } from './marketplaces';
import { priceFeed } from './priceFeed';
import { products } from './products';
import { quotas } from './quotas';
import { shipments } from './shipments';
import type {
	AmazonAsked,
	AmazonCredential,
	AmazonFaults,
	AmazonGrants,
	AmazonInvoiceState,
	AmazonLocation,
	AmazonOptions,
	AmazonOutcome,
} from './types';

const defaultLocations: readonly AmazonLocation[] = [
	{ id: 'EXSB', name: 'Sharjah' },
	{ id: 'DXB1', name: 'Dubai' },
];

const everything: AmazonGrants = {
	roles,
	allowListed: true,
	authorised: true,
	participating: true,
	ownInvoices: true,
};

const defaultRedirects = ['https://example.com/amazon/callback'] as const;

const credentialOf = (options: AmazonOptions, marketplace: string): AmazonCredential => ({
	marketplace,
	sellerId: options.sellerId ?? 'A1SELLER0EXAMPLE',
	clientId: 'amzn1.application-oa2-client.5a1d0b0c',
	clientSecret: 'amzn1.oa2-cs.v1.sandbox+secret%with&signs',
	refreshToken: 'Atzr|IwEBISandboxRefreshToken',
	applicationId: 'amzn1.sellerapps.app.5a1d0b0c-0000-4000-a000-000000000001',
	redirectUri: options.redirectUris?.[0] ?? defaultRedirects[0],
});

const marketplaceOf = ({ marketplace = 'A2VIGQ35RCS4UG' }: AmazonOptions) => {
	const known = marketplaces.find(({ id }) => id === marketplace);
	if (!known) throw new SandboxRefusal(`there is no marketplace ${marketplace}`);
	return known;
};

/** Everything that `reset` begins anew. */
export const world = (options: AmazonOptions, clock: Clock) => {
	const { now } = clock;
	const seeded = random(options.seed ?? 1);
	const marketplace = marketplaceOf(options);
	const currency = currencyOf(marketplace.currency);
	const credential = credentialOf(options, marketplace.id);
	const { sellerId } = credential;
	const player = faultPlayer<AmazonFaults>();
	const settings = { locations: options.locations ?? defaultLocations, grants: everything };
	const files = documents(seeded, now);
	const goods = products({
		marketplace: marketplace.id,
		currency: currency.code,
		priceMs: options.priceMs ?? 2000,
		now,
	});
	const orders = shipments({
		random: seeded,
		now,
		lateness: player.lateness,
		currency,
		marketplace: marketplace.id,
		sellerId,
		surroundings: () => ({ location: settings.locations[0]?.id ?? '', priceOf: goods.price }),
	});
	const access = tokens(now, {
		lifetimeMs: tokenLifetime * 1000,
		textOf: () => `Atza|${uuid(seeded).replaceAll('-', '')}`,
	});
	const invoices: AmazonInvoiceState[] = [];
	const takesInvoices = options.takesInvoices ?? marketplace.takesInvoices;
	const listings = { products: goods, marketplace: marketplace.id, currency: currency.code };
	const jobs = feeds({
		feedMs: options.feedMs ?? 3000,
		now,
		work: {
			JSON_LISTINGS_FEED: (feed) =>
				priceFeed(feed, { ...listings, sellerId, fails: () => player.happens('rowFailure') }),
			UPLOAD_VAT_INVOICE: (feed) =>
				invoiceFeed(feed, {
					marketplace: takesInvoices ? marketplace.id : null,
					currency,
					shipments: orders.all(),
					isEnabled: settings.grants.ownInvoices,
					keep: (invoice) => invoices.push({ at: now(), ...invoice }),
				}),
		},
		keep(report, contentType) {
			const isGzipped = options.gzipsReports ?? false;
			const bytes = isGzipped ? gzipSync(report) : Buffer.from(report);
			return files.keep({ contentType, isGzipped, bytes });
		},
	});
	return {
		options,
		credential,
		marketplace,
		settings,
		random: seeded,
		now,
		redirectUris: options.redirectUris ?? defaultRedirects,
		isDraft: options.isDraft ?? false,
		faults: player,
		tokens: access,
		lwa: lwa({
			credential,
			tokens: access,
			random: seeded,
			now,
			isAuthorised: () => settings.grants.authorised,
		}),
		log: callLog<AmazonAsked, AmazonOutcome>(now),
		quotas: quotas(options.quotas, clock.elapsed),
		documents: files,
		shipments: orders,
		/** Labels of a shipment that have still to fail. */
		failingLabels: new Map<string, number>(),
		inventory: inventory(now),
		listings,
		feeds: jobs,
		invoices,
	};
};

export type World = ReturnType<typeof world>;
