import type { StoreSettings } from './store';

/** What a new store has unless somebody says otherwise: it reads, and tells the channel nothing. */
export const newStore = {
	integrationType: 'full',
	orderSync: true,
	intervalMinutes: 1,
	overlapMinutes: 10,
	pagesPerExecution: 10,
	lookBackHours: 24,
	catalogSync: true,
	catalogIntervalMinutes: 60,
	inventorySync: false,
	inventoryIntervalMinutes: 1,
	inventoryHubs: [],
	stockBuffer: 0,
	stockCap: null,
	holdBack: true,
	automatedCancellation: false,
	invoices: 'channel',
	splitOrders: false,
	ruleSet: 'priority',
	stockMaster: false,
	addReservations: false,
	carrierMap: [],
	cancelReasonMap: [],
	omsOrder: {
		customer: '',
		billTo: null,
		extraLine: false,
		shippingMethods: [],
		taxesIncluded: true,
	},
} as const satisfies Partial<StoreSettings>;
