import { shown } from '../../domain/sku';
import type { StoreSettings } from '../../domain/store';

type Facilities = Pick<StoreSettings, 'hubMap' | 'inventorySync' | 'inventoryHubs'>;

/** What makes inventory by warehouse impossible, each a sentence with its cure (reference/uniware-oker.md 5.2, 5.3). */
export const facilityFaults = (settings: Facilities): readonly string[] =>
	settings.inventorySync ? [...sharedHubs(settings), ...otherHubs(settings)] : [];

/** The stock of such a hub would be offered twice. */
function sharedHubs({ hubMap }: Facilities): readonly string[] {
	const hubs = [...new Set(hubMap.map(({ hub }) => hub))];
	return hubs.flatMap((hub) => {
		const warehouses = hubMap.filter((row) => row.hub === hub).map(({ location }) => location);
		if (warehouses.length < 2) return [];
		return `Warehouse Location: warehouses ${listed(warehouses)} are all hub ${shown(hub)}, so its stock would be offered more than once. Give each a hub of its own, or switch Inventory Sync off.`;
	});
}

/** None chosen stands for all that are mapped. */
function otherHubs({ hubMap, inventoryHubs }: Facilities): readonly string[] {
	if (inventoryHubs.length === 0) return [];
	const mapped = [...new Set(hubMap.map(({ hub }) => hub))];
	const lacking = mapped.filter((hub) => !inventoryHubs.includes(hub));
	const strange = inventoryHubs.filter((hub) => !mapped.includes(hub));
	if (lacking.length + strange.length === 0) return [];
	const difference = [
		...(lacking.length === 0 ? [] : [`lacks ${listed(lacking)}`]),
		...(strange.length === 0 ? [] : [`has ${listed(strange)} besides`]),
	];
	return [
		`Choose Facilities For Inventory Sync: it has to be the hubs of Warehouse Location, and it ${difference.join(' and ')}. Make them the same, or choose none for all.`,
	];
}

const listed = (names: readonly string[]): string => names.map(shown).join(', ');
