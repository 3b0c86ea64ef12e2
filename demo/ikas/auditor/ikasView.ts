import type { IkasCall, IkasState } from '../../../sandbox/ikas/types';
import { figureOf, type ChannelView } from '../../auditor/channel';
import type { Facts } from '../../auditor/facts';
import type { LedgerRows } from '../../auditor/ledger';
import { sum } from '../../auditor/units';
import { findCatalog } from './findCatalog';
import { findEffects } from './findEffects';
import { ordersOf } from './orders';

export interface IkasEvidence {
	readonly state: IkasState;
	readonly calls: readonly IkasCall[];
	readonly ledger: LedgerRows;
	readonly facts: Facts;
}

/** What the pretend ikas says in the end. */
export const ikasView = ({ state, calls, ledger, facts }: IkasEvidence): ChannelView => ({
	orders: ordersOf(state, facts.connectedAt),
	polls: calls.filter(isOrderPoll).map(({ seq }) => seq),
	pushes: calls.filter(isStockPush).map(({ seq }) => seq),
	rowsPushed: state.stock.flatMap(({ history }) => history).filter(({ what }) => what === 'pushed')
		.length,
	figures: sum(
		state.stock.map(({ product, variant, location, quantity }) => [
			figureOf(`${product}/${variant}`, location),
			quantity,
		]),
	),
	findings: [...findEffects(state, calls), ...findCatalog(state, ledger)],
});

/** Calls that ask which orders have changed; one that names orders by id asks for nothing new. */
const isOrderPoll = ({ fields, variables }: IkasCall) =>
	fields.includes('listOrder') && Object(variables).updatedAt !== undefined;

const isStockPush = ({ fields }: IkasCall) => fields.includes('saveProductStockLocations');
