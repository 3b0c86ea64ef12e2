import type { Site } from '../site';
import { deskAt } from './desk';
import { hubMap } from './goods';

export interface Settings {
	/** Whether orders that are Pending come in, too: the map with one more row. */
	readonly withPending?: boolean;
	readonly inventorySync?: boolean;
	readonly automatedCancellation?: boolean;
	readonly reason: string;
}

/** What the settings say unless somebody says otherwise. */
const usual = {
	orderSync: true,
	catalogSync: true,
	inventorySync: false,
	automatedCancellation: true,
};

/** Somebody fills the store page in, with a node that the workflow `settings.json` has for it; answers what it warned of. */
export async function saveSettings(
	site: Site,
	{ withPending = true, ...settings }: Settings,
): Promise<readonly string[]> {
	const row = { ...usual, ...settings, store: site.store, hubMap };
	return await deskAt(site).saveSettings(withPending, row);
}
