import type { OkerCall, OkerState } from '../../../sandbox/oker/types';
import { figureOf, type ChannelView } from '../../auditor/channel';
import type { Facts } from '../../auditor/facts';
import { countParcels, findParcels } from '../../auditor/findParcels';
import type { LedgerRows } from '../../auditor/ledger';
import { sum } from '../../auditor/units';
import { findCatalog } from './findCatalog';
import { countConflicts, findConflicts } from './findConflicts';
import { findEffects } from './findEffects';
import { countInvoices, findInvoices } from './findInvoices';
import { countManifests, findManifests } from './findManifests';
import { ordersOf } from './orders';
import { shipmentsOf } from './shipments';

export interface OkerEvidence {
	readonly state: OkerState;
	readonly calls: readonly OkerCall[];
	readonly ledger: LedgerRows;
	readonly facts: Facts;
}

/** What the pretend gateway says in the end. */
export const okerView = ({ state, calls, ledger, facts }: OkerEvidence): ChannelView => ({
	orders: ordersOf(state, facts.connectedAt, ledger),
	polls: seqOf(calls.filter(isPoll)),
	pushes: seqOf(calls.filter(({ kind }) => kind === 'updateInventory')),
	rowsPushed: figuresIn(state)
		.flatMap(({ figure }) => figure.history)
		.filter(({ what }) => what === 'pushed').length,
	figures: sum(
		figuresIn(state).map(({ listing, figure }) => [
			figureOf(listing, figure.facility),
			figure.quantity,
		]),
	),
	findings: [
		...findEffects(state),
		...findInvoices(state, ledger),
		...findParcels(shipmentsOf(state, ledger), ledger),
		...findManifests(state, ledger),
		...findConflicts(state, ledger),
		...findCatalog(state, ledger),
	],
	counts: {
		invoices: countInvoices(state, ledger),
		labels: countParcels(shipmentsOf(state, ledger), ledger).labels,
		...countManifests(state, ledger),
		conflicts: countConflicts(state, ledger),
	},
});

/** One that names orders by id asks for nothing new. */
export const isPoll = ({ kind, path }: OkerCall): boolean =>
	kind === 'listOrders' && !path.includes('orderIds=');

const figuresIn = ({ listings }: OkerState) =>
	listings.flatMap(({ productId, variantId, figures }) =>
		figures.map((figure) => ({ listing: listingOf(productId, variantId), figure })),
	);

/** As listings of Oker are named in the hub. */
export const listingOf = (product: string, variant: string): string =>
	`${encodeURIComponent(product)}/${encodeURIComponent(variant)}`;

const seqOf = (calls: readonly OkerCall[]): readonly number[] => calls.map(({ seq }) => seq);
