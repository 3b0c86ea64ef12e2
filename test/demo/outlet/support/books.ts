import { audit, type Audit } from '../../../../demo/auditor/audit';
import type { ChannelView } from '../../../../demo/auditor/channel';
import type { Facts } from '../../../../demo/auditor/facts';
import { readLedger } from '../../../../demo/auditor/ledger';
import type { IkasEvidence } from '../../../../demo/ikas/auditor/ikasView';
import type { IkasState } from '../../../../sandbox/ikas/types';
import { ledgerFile } from '../../support/ledgerFile';
import { shopWith } from './shopBooks';

/** What the store page says that the shop is told. */
export const settings = (...hubStatuses: readonly string[]): string =>
	JSON.stringify({
		inventoryHubs: [],
		workspaceStatusMap: hubStatuses.map((hubStatus) => ({ hubStatus, channelStatus: hubStatus })),
	});

/** As the orders are on both sides: assigned, shipped, cancelled. The OMS is the master of both hubs. */
const clean = (oms: string) => `
	INSERT INTO stores VALUES ('outlet', 'deccan'), ('${oms}', 'deccan');
	INSERT INTO hubs VALUES ('delhi', '${oms}'), ('pune', '${oms}'), ('garage', 'ledger');
	INSERT INTO store_places VALUES ('outlet', 'shop-delhi', 'delhi'), ('outlet', 'shop-pune', 'pune'),
		('${oms}', 'WH_DEL', 'delhi'), ('${oms}', 'WH_PUN', 'pune');
	INSERT INTO orders VALUES
		(1, 'outlet', 'a', 'Na', 'deccan', 'payment:PAID', 'new_order', NULL, 'delhi', NULL),
		(2, 'outlet', 'b', 'Nb', 'deccan', 'payment:PAID', 'shipped', NULL, 'delhi', NULL),
		(3, 'outlet', 'c', 'Nc', 'deccan', 'status:CANCELLED', 'cancelled', NULL, NULL, NULL);
	INSERT INTO order_lines VALUES (1, 'a1', 'TEE', 1, 0, 0), (1, 'a2', 'TEE', 1, 0, 0),
		(2, 'b1', 'TEE', 1, 0, 1), (2, 'b2', 'TEE', 1, 0, 1), (3, 'c1', 'TEE', 1, 1, 0);
	INSERT INTO stock VALUES ('deccan', 'TEE', 'delhi', 7, 0, 0), ('deccan', 'TEE', 'pune', 5, 0, 0);
	INSERT INTO oms_orders VALUES (1, '${oms}', 'S-a', 900), (2, '${oms}', 'S-b', 900), (3, '${oms}', 'S-c', 900);
	INSERT INTO parcels VALUES (1, 1, 'delhi', NULL, NULL, NULL), (2, 2, 'delhi', 950, 'BD-1', NULL);
	INSERT INTO parcel_lines VALUES (1, 'a1', 'deccan', 'TEE', 1), (1, 'a2', 'deccan', 'TEE', 1),
		(2, 'b1', 'deccan', 'TEE', 1), (2, 'b2', 'deccan', 'TEE', 1);
	INSERT INTO outbox VALUES ('${oms}', 1, 'create', 'done'), ('outlet', 2, 'status', 'done');
	INSERT INTO listings VALUES ('outlet', 'p/v', 'TEE');
	INSERT INTO store_settings VALUES ('outlet', 1, '${settings('shipped', 'delivered')}');
	INSERT INTO published VALUES ('outlet', 'p/v', 'shop-delhi', 7, NULL), ('outlet', 'p/v', 'shop-pune', 5, NULL);
	INSERT INTO syncs VALUES ('outlet', 'orders', NULL, NULL), ('${oms}', 'stock', NULL, NULL);
`;

const facts: Facts = {
	store: 'outlet',
	connectedAt: 100,
	physical: [],
	idlePoll: { after: 7, upTo: 11 },
	idlePush: { after: 7, upTo: 11 },
	keptOnChannel: [],
	kills: 0,
	csvRowsRefused: 0,
	partner: 'http://127.0.0.1',
};

/** What is otherwise than in the clean books, beside what is in the OMS. */
export interface Planted {
	readonly sql?: string;
	readonly shop?: IkasState;
	readonly told?: Partial<Facts>;
}

/** What the auditor says where that OMS ships. */
export function auditOutlet(
	oms: string,
	{ sql = '', shop = shopWith(), told }: Planted,
	viewOf: (evidence: IkasEvidence) => ChannelView,
): Audit {
	const ledger = readLedger(ledgerFile(clean(oms), sql), 'outlet');
	const all = { ...facts, ...told };
	const channel = viewOf({ state: shop, calls: [], ledger, facts: all });
	return audit({ channel, ledger, facts: all });
}

/** Each as `kind: what`. */
export const said = ({ findings }: Audit): readonly string[] =>
	findings.map(({ kind, what }) => `${kind}: ${what}`);

/** An open exception; of an update it is found by the number of the update. */
export const exception = (reference: string, kind = 'order_edited', store = 'outlet'): string =>
	`INSERT INTO exceptions (store, kind, reference, cause, state)
		VALUES ('${store}', '${kind}', '${reference}', 'order S-x', 'open');`;
