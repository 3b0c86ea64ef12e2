import { deskAt } from './desk';
import { hubs, locations } from './goods';
import { partnerOf } from '../partnerOf';
import type { IconicScene } from './scene';

export interface Settings {
	/** Whether orders that are pending are left out of the map: somebody's slip. */
	readonly isSlip?: boolean;
	readonly inventorySync?: boolean;
	readonly automatedCancellation?: boolean;
	readonly reason: string;
}

/** What the settings say unless somebody says otherwise. */
const usual = {
	orderSync: true,
	catalogSync: true,
	inventorySync: true,
	automatedCancellation: true,
};

/** Somebody fills the store page in, with a node that the workflow `settings.json` has for it; answers what it warned of. */
export async function saveSettings(
	{ site }: IconicScene,
	{ isSlip = false, ...settings }: Settings,
): Promise<readonly string[]> {
	const hubMap = hubs.map(({ code }) => ({ hub: code }));
	const row = { ...usual, ...settings, store: site.store, hubMap };
	return await deskAt(site).saveSettings(isSlip ? 'iconic-settings-slip' : 'iconic-settings', row);
}

/** The page of Shopify: the master of both hubs. */
export async function saveOmsSettings(
	scene: IconicScene,
	reason: string,
	stockMaster = true,
): Promise<readonly string[]> {
	const { shopify } = scene.site.shop;
	const { locations: known } = await shopify.state();
	const hubMap = hubs.map(({ code }, at) => ({
		location: known.find(({ name }) => name === locations[at])?.id,
		hub: code,
	}));
	const { site } = partnerOf(scene);
	return await deskAt(site).saveSettings('iconic-oms-settings', {
		store: site.store,
		hubMap,
		stockMaster,
		reason,
	});
}
