import type {
	AmazonCall,
	AmazonShipmentState,
	AmazonState,
} from '../../../sandbox/amazonSellerFlex/types';
import { figureOf, type ChannelView } from '../../auditor/channel';
import type { Facts } from '../../auditor/facts';
import type { LedgerRows } from '../../auditor/ledger';
import { released } from '../../auditor/released';
import { sum } from '../../auditor/units';
import { findEffects } from './findEffects';
import { countWaiting, findInvoices } from './findInvoices';
import { countLabels, findLabels } from './findLabels';
import { ordersOf } from './orders';

export interface AmazonEvidence {
	readonly state: AmazonState;
	readonly calls: readonly AmazonCall[];
	readonly ledger: LedgerRows;
	readonly facts: Facts;
}

/** What the pretend Amazon says in the end. */
export const amazonView = ({ state, calls, ledger, facts }: AmazonEvidence): ChannelView => ({
	orders: ordersOf(state, facts.connectedAt),
	polls: seqOf(calls.filter(isPoll), 'getShipments'),
	pushes: seqOf(calls, 'batchInventory'),
	rowsPushed: state.inventory.flatMap(({ updates }) => updates).length,
	figures: sum(
		state.inventory.map(({ sku, location, quantity }) => [figureOf(sku, location), quantity]),
	),
	findings: [...findEffects(state), ...findLabels(state, ledger), ...findInvoices(state, ledger)],
	counts: {
		accepted: state.shipments.filter(isConfirmedByApi).length,
		labels: countLabels(state, ledger),
		csvRowsRefused: facts.csvRowsRefused,
		heldForSku: released(ledger, 'sku_not_valid'),
		pricesPushed: state.prices.filter(({ updates }) => updates.some(({ by }) => by === 'api'))
			.length,
		invoicesWaiting: countWaiting(ledger),
		quotaHits: state.quotaHits,
	},
});

/** Of a hub: a question for any shipment at all only tries the credential. */
const isPoll = ({ path }: AmazonCall) => path.includes('locationId=');

/** Accepted, as the product calls it. */
const isConfirmedByApi = ({ history }: AmazonShipmentState) =>
	history.some(({ what, by }) => what === 'confirmed' && by === 'api');

const seqOf = (calls: readonly AmazonCall[], operation: string): readonly number[] =>
	calls.filter(({ kind }) => kind === operation).map(({ seq }) => seq);
