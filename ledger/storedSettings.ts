import { newStore } from '../domain/newStore';
import type { StoreSettings } from '../domain/store';

/** What came after a store may have been saved, with the value that leaves all as it was. */
const later = {
	busySeconds: 0,
	catalogSync: false,
	catalogIntervalMinutes: 60,
	inventoryHubs: [],
	sizeSafety: newStore.sizeSafety,
	safetyMostUnits: newStore.safetyMostUnits,
	safetyMostPercent: newStore.safetyMostPercent,
	invoices: 'channel',
	approveOrders: false,
	approveFrom: null,
	approvePayments: [],
	cancelHeldMinutes: null,
	integrationType: 'full',
	stockMaster: false,
	addReservations: false,
	carrierMap: [],
	cancelReasonMap: [],
	omsOrder: newStore.omsOrder,
} satisfies Partial<StoreSettings>;

/** Settings as some version of the package saved them. */
export const storedSettings = (saved: string): StoreSettings => ({
	...later,
	...(JSON.parse(saved) as Omit<StoreSettings, keyof typeof later>),
});
