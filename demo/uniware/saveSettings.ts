import { partnerOf } from '../partnerOf';
import { hubMap, omsHubMap } from './goods';
import type { UniwareScene } from './scene';

/** Somebody fills the store page of the shop in, with a node that the workflow `settings.json` has for it. */
export const saveSettings = (
	{ site: { warehouse, store } }: UniwareScene,
	reason: string,
): Promise<void> => warehouse.tell('uniware-outlet-settings', [{ store, hubMap, reason }]);

/** The page of Uniware: the master of both hubs. */
export async function saveOmsSettings(
	scene: UniwareScene,
	reason: string,
	stockMaster = true,
): Promise<void> {
	const { warehouse, store } = partnerOf(scene).site;
	await warehouse.tell('uniware-settings', [{ store, hubMap: omsHubMap, stockMaster, reason }]);
}
