import type { HubMapRow } from '../../domain/store';
import type { ChannelConnector } from '../connector';
import { warehouseRows } from './warehouseMap';

/**
 * Warehouse Location, as sellers know it from Uniware. A warehouse that stands not in it is none of the store's, whatever the
 * gateway lists: an order of it is an exception, and nobody else ships it.
 */
export const hubMapText = {
	label: 'Warehouse Location',
	placeholder: '{"OKR-W1":"north"}',
	rowsOf: warehouseRows,
	textOf: (rows: readonly HubMapRow[]): string =>
		JSON.stringify(Object.fromEntries(rows.map(({ location, hub }) => [location, hub]))),
} satisfies NonNullable<ChannelConnector['hubMapText']>;
