import type { ChannelConnector } from '../connector';

const longest = 64;

/** Why the text is no code of a warehouse, or null. Codes are compared exactly. */
export function warehouseFault(typed: string): string | null {
	if (typed.trim() === '') return 'The code of a warehouse is empty. Copy it from Oker.';
	if (typed.length <= longest) return null;
	return `"${typed.slice(0, longest)}…" is longer than the ${longest} characters of a warehouse code. Copy it from Oker.`;
}

/** A warehouse that stands in no map is not the store's, whatever the gateway lists: an order of it is an exception, never parked. */
export const typedWarehouses = {
	label: 'Oker Warehouse Code',
	placeholder: 'OKR-W1',
	faultOf: warehouseFault,
} satisfies NonNullable<ChannelConnector['typedLocations']>;
