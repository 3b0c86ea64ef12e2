import { audit, type Audit } from '../../../../demo/auditor/audit';
import type { Facts } from '../../../../demo/auditor/facts';
import { readLedger } from '../../../../demo/auditor/ledger';
import { theIconicView } from '../../../../demo/theIconic/auditor/theIconicView';
import type { ShopifyCall, ShopifyState } from '../../../../sandbox/shopify/types';
import type { IconicCall, IconicState } from '../../../../sandbox/theIconic/types';
import { ledgerFile } from '../../support/ledgerFile';
import { iconicWith } from './iconicBooks';
import { shopifyWith } from './shopifyBooks';

/** What the store page says, and whatever else is changed. */
export const settings = (change: object = {}): string =>
	JSON.stringify({
		...{ inventoryHubs: [], addReservations: true },
		workspaceStatusMap: [{ hubStatus: 'shipped', channelStatus: 'shipped' }],
		carrierMap: [{ carrier: 'AusPost', channelCarrier: 'Australia Post' }],
		...change,
	});

/** As the orders are on both sides: assigned, shipped, cancelled. Shopify is the master of both hubs. */
const clean = `
	INSERT INTO stores VALUES ('the-iconic', 'bondi'), ('shopify', 'bondi');
	INSERT INTO hubs VALUES ('sydney', 'shopify'), ('melbourne', 'shopify'), ('garage', 'ledger');
	INSERT INTO store_places VALUES ('the-iconic', '', 'sydney'), ('the-iconic', '', 'melbourne'),
		('shopify', 'gid://shopify/Location/1', 'sydney'), ('shopify', 'gid://shopify/Location/2', 'melbourne');
	INSERT INTO orders VALUES
		(1, 'the-iconic', '11', 'N11', 'bondi', 'pending', 'new_order', NULL, 'sydney', NULL),
		(2, 'the-iconic', '12', 'N12', 'bondi', 'shipped', 'shipped', NULL, 'sydney', NULL),
		(3, 'the-iconic', '13', 'N13', 'bondi', 'canceled', 'cancelled', NULL, NULL, NULL);
	INSERT INTO order_lines VALUES (1, '110', 'TEE', 1, 0, 0), (1, '111', 'TEE', 1, 0, 0),
		(2, '120', 'TEE', 1, 0, 1), (3, '130', 'TEE', 1, 1, 0);
	INSERT INTO stock VALUES ('bondi', 'TEE', 'sydney', 7, 0, 0), ('bondi', 'TEE', 'melbourne', 5, 0, 0);
	INSERT INTO oms_orders VALUES (1, 'shopify', 'gid://shopify/Order/1', 900),
		(2, 'shopify', 'gid://shopify/Order/2', 900), (3, 'shopify', 'gid://shopify/Order/3', 900);
	INSERT INTO parcels VALUES (1, 1, 'sydney', NULL, NULL, NULL), (2, 2, 'sydney', 950, 'AP-1', NULL);
	INSERT INTO parcel_lines VALUES (1, '110', 'bondi', 'TEE', 1), (1, '111', 'bondi', 'TEE', 1),
		(2, '120', 'bondi', 'TEE', 1);
	INSERT INTO outbox VALUES ('shopify', 1, 'create', 'done'), ('the-iconic', 2, 'status', 'done');
	INSERT INTO listings VALUES ('the-iconic', '81', 'TEE'), ('the-iconic', '82', 'tee');
	INSERT INTO store_settings VALUES ('the-iconic', 1, '${settings()}');
	INSERT INTO published VALUES ('the-iconic', '81', '', 14, NULL);
	INSERT INTO syncs VALUES ('the-iconic', 'orders', NULL, NULL), ('shopify', 'stock', NULL, NULL);
`;

const facts: Facts = {
	store: 'the-iconic',
	connectedAt: 100,
	physical: [],
	idlePoll: { after: 7, upTo: 11 },
	idlePush: { after: 7, upTo: 11 },
	keptOnChannel: [],
	kills: 0,
	csvRowsRefused: 0,
	partner: 'http://127.0.0.1',
};

/** What is otherwise than in the clean books. */
export interface Planted {
	readonly sql?: string;
	readonly iconic?: IconicState;
	readonly calls?: readonly IconicCall[];
	/** Null: the hub itself ships. */
	readonly shopify?: ShopifyState | null;
	readonly shopifyCalls?: readonly ShopifyCall[];
	readonly told?: Partial<Facts>;
}

export function auditOf(planted: Planted = {}): Audit {
	const { sql = '', iconic = iconicWith(), calls = [], shopify = shopifyWith() } = planted;
	const ledger = readLedger(ledgerFile(clean, sql), 'the-iconic');
	const partner = shopify && { state: shopify, calls: planted.shopifyCalls ?? [] };
	const told = { ...facts, ...planted.told };
	const evidence = { state: iconic, calls, partner, ledger, facts: told };
	return audit({ channel: theIconicView(evidence), ledger, facts: told });
}

/** Each finding as `kind: what`. */
export const foundIn = (planted: Planted = {}): readonly string[] =>
	auditOf(planted).findings.map(({ kind, what }) => `${kind}: ${what}`);

/** An open exception; of an update it is found by the number of the update. */
export const exception = (reference: string, kind = 'order_edited', store = 'the-iconic'): string =>
	`INSERT INTO exceptions (store, kind, reference, cause, state)
		VALUES ('${store}', '${kind}', '${reference}', 'because', 'open');`;
