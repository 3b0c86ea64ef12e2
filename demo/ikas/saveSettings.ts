import type { Site } from '../site';
import { hubMap } from './goods';

export interface Settings {
	readonly orderSync: boolean;
	/** Whether unpaid orders come in, too: the map with one more row. */
	readonly withUnpaid: boolean;
	readonly catalogSync?: boolean;
	readonly inventorySync?: boolean;
	readonly automatedCancellation?: boolean;
	readonly reason: string;
}

/** What the settings leave off unless they say otherwise. */
const off = { catalogSync: false, inventorySync: false };

/** Somebody fills the store page in, with the node that the workflow `settings.json` has for it. */
export const saveSettings = (
	{ warehouse, store }: Site,
	{ withUnpaid, automatedCancellation = true, ...settings }: Settings,
	rows: readonly object[] = hubMap,
) =>
	warehouse.tell(withUnpaid ? 'ikas-settings-unpaid' : 'ikas-settings', [
		{ ...off, ...settings, automatedCancellation, store, hubMap: rows },
	]);
