import type { BabyshopCall, BabyshopState } from '../../../sandbox/babyshop/types';
import { figureOf, type ChannelView } from '../../auditor/channel';
import type { Facts } from '../../auditor/facts';
import { countParcels, findParcels } from '../../auditor/findParcels';
import type { LedgerRows } from '../../auditor/ledger';
import { sum } from '../../auditor/units';
import { countSkipped, findCatalog } from './findCatalog';
import { findEffects } from './findEffects';
import { findItems } from './findItems';
import { ordersOf } from './orders';
import { shipmentsOf } from './shipments';

export interface BabyshopEvidence {
	readonly state: BabyshopState;
	readonly calls: readonly BabyshopCall[];
	readonly ledger: LedgerRows;
	readonly facts: Facts;
}

/** What the pretend Seller Panel says in the end. */
export const babyshopView = ({ state, calls, ledger, facts }: BabyshopEvidence): ChannelView => ({
	orders: ordersOf(state, facts.connectedAt, ledger),
	polls: seqOf(calls.filter(isPoll)),
	pushes: seqOf(calls.filter(({ kind }) => kind === 'inventoryPriceUpdate')),
	rowsPushed: state.products
		.flatMap(({ history }) => history)
		.filter(({ what }) => what === 'requested').length,
	figures: sum(state.products.map(({ sku, figure }) => [figureOf(sku, ''), figure ?? 0])),
	findings: [
		...findEffects(state),
		...findItems(state, ledger),
		...findParcels(shipmentsOf(state, ledger), ledger),
		...findCatalog(state, ledger),
	],
	counts: {
		...countParcels(shipmentsOf(state, ledger), ledger),
		skippedNoVendorSku: countSkipped(state, ledger),
		unsupportedStatuses: ledger.updates.filter((update) => update.state === 'untaken').length,
	},
});

/** One that asks for orders of a status is no question for what has changed. */
const isPoll = ({ kind, body }: BabyshopCall) =>
	kind === 'orderList' && Object(body).updateDate !== undefined;

const seqOf = (calls: readonly BabyshopCall[]): readonly number[] => calls.map(({ seq }) => seq);
