import { readLedger } from './auditor/ledger';
import type { Scene } from './scene';

/** The same scene as the people of its OMS see it: their store, its syncs and what it is told. */
export function partnerOf(scene: Scene): Scene {
	const { partner } = scene.site;
	if (!partner) throw new Error(`expected ${scene.site.channel} to have an OMS`);
	const { ledger, store } = partner;
	return { ...scene, site: partner, store, books: () => readLedger(ledger, store) };
}
