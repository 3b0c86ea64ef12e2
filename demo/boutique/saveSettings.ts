import { hubMap } from './goods';
import type { BoutiqueScene } from './scene';

/** Somebody fills the store page in: orders to be paid on delivery wait for a person, and what is held for too long is cancelled. */
export const saveSettings = (
	{ site: { warehouse, store } }: BoutiqueScene,
	reason: string,
	cancelHeldMinutes: number | null = null,
): Promise<void> =>
	warehouse.tell('boutique-settings', [{ store, hubMap, reason, cancelHeldMinutes }]);
