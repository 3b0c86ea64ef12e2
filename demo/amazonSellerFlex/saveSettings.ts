import type { Site } from '../site';
import { hubMap } from './goods';

export interface Settings {
	readonly orderSync?: boolean;
	readonly inventorySync?: boolean;
	readonly automatedCancellation?: boolean;
	readonly invoices?: 'byHand' | 'upload';
	readonly reason: string;
}

/** What the settings say unless somebody says otherwise. */
const usual = {
	orderSync: true,
	inventorySync: false,
	automatedCancellation: true,
	invoices: 'byHand',
};

/** Somebody fills the store page in, with the node that the workflow `settings.json` has for it. */
export const saveSettings = (
	{ warehouse, store }: Site,
	settings: Settings,
	rows: readonly object[] = hubMap,
) => warehouse.tell('amazon-settings', [{ ...usual, ...settings, store, hubMap: rows }]);
