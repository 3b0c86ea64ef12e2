import type { Site } from '../site';
import { deskAt } from './desk';
import { hubs, warehouseLocation } from './goods';

export interface Settings {
	readonly inventorySync?: boolean;
	readonly automatedCancellation?: boolean;
	/** Warehouse Location, as it is typed. */
	readonly hubMapText?: string;
	/** Choose Facilities For Inventory Sync. */
	readonly inventoryHubs?: readonly string[];
	readonly reason: string;
}

/** What the settings say unless somebody says otherwise. */
const usual = {
	orderSync: true,
	catalogSync: true,
	inventorySync: false,
	automatedCancellation: true,
	hubMapText: warehouseLocation(),
	inventoryHubs: hubs.map(({ code }) => code),
};

const rowOf = ({ store }: Site, settings: Settings) => ({ ...usual, ...settings, store });

/** Somebody fills the store page in, with the node that the workflow `settings.json` has for it; answers what it warned of. */
export const saveSettings = (site: Site, settings: Settings): Promise<readonly string[]> =>
	deskAt(site).saveSettings(rowOf(site, settings));

/** The same, when it must not go through; answers why it does not. */
export const refusedSettings = (site: Site, settings: Settings): Promise<string> =>
	deskAt(site).refusedSettings(rowOf(site, settings));
