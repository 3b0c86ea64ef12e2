import { partnerOf } from '../partnerOf';
import type { Scene } from '../scene';
import { hubMapsOf, type Goods } from './goods';

/** Somebody fills the store page of the shop in, with a node that the workflow `settings.json` of its OMS has for it. */
export async function saveSettings(scene: Scene, goods: Goods, reason: string): Promise<void> {
	const { warehouse, store } = scene.site;
	const { channel } = partnerOf(scene).site;
	const hubMap = hubMapsOf(goods).ofShop;
	await warehouse.tell(`${channel}-outlet-settings`, [{ store, hubMap, reason }]);
}

/** The page of the OMS: the master of the hubs. */
export async function saveOmsSettings(
	scene: Scene,
	goods: Goods,
	reason: string,
	stockMaster = true,
): Promise<void> {
	const { warehouse, store, channel } = partnerOf(scene).site;
	const hubMap = hubMapsOf(goods).ofOms;
	await warehouse.tell(`${channel}-settings`, [{ store, hubMap, stockMaster, reason }]);
}
