import { op } from '../shared/operationChoice';

/** Operations as every channel offers them, by resource: a node lists those that its channel has. */
export const choicesOn = (label: string) => ({
	order: {
		cancel: op(
			'Cancel',
			'cancel',
			`Cancel all that is open of an order on ${label}`,
			'Cancel an order',
		),
		get: op('Get', 'get', 'Get one order by its ID', 'Get an order'),
		getGaps: op(
			'Get Gaps',
			'getGaps',
			'Get the orders that a reconciliation found missing, as one item',
			'Get the gaps of orders',
		),
		getMany: op(
			'Get Many',
			'getMany',
			'Get orders placed or changed after a date, one item each',
			'Get many orders',
		),
		getPage: op(
			'Get Page',
			'getPage',
			'Get the next page of a sync as one item, between Sync Begin and Sync End',
			'Get a page of orders',
		),
		getReferences: op(
			'Get References',
			'getReferences',
			`Get which orders ${label} has, without their content, for a reconciliation`,
			'Get a page of order references',
		),
		sendUpdate: op(
			'Send Update',
			'sendUpdate',
			`Tell ${label} what the hub has decided, between Claim and Complete`,
			'Send an update of an order',
		),
		ship: op(
			'Ship',
			'ship',
			`Tell ${label} that an order has left, with its tracking number`,
			'Ship an order',
		),
		updateStatus: op(
			'Update Status',
			'updateStatus',
			`Tell ${label} how far the parcels of an order are`,
			'Update the status of an order',
		),
	},
	orderStatus: {
		getMany: op(
			'Get Many',
			'getMany',
			`Fetch the order statuses that ${label} has`,
			'Fetch order statuses',
		),
	},
	listing: {
		getPage: op(
			'Get Page',
			'getPage',
			'Get the next page of listings as one item, between Sync Begin and Sync End',
			'Get a page of listings',
		),
	},
	stock: {
		get: op(
			'Get',
			'get',
			`Get what ${label} shows of a listing at each location`,
			'Get the stock of a listing',
		),
		getPage: op(
			'Get Page',
			'getPage',
			`Get the next page of what ${label} shows, between Sync Begin and Sync End`,
			'Get a page of stock',
		),
		push: op(
			'Push',
			'push',
			`Set what ${label} shows, all items in as few calls as possible`,
			'Push stock',
		),
	},
	carrier: {
		getMany: op(
			'Get Many',
			'getMany',
			`Get the carriers that ${label} knows, by the names that it takes`,
			'Get many carriers',
		),
	},
	cancelReason: {
		getMany: op(
			'Get Many',
			'getMany',
			`Get the reasons that ${label} takes for a cancel`,
			'Get many reasons to cancel',
		),
	},
	location: {
		getMany: op(
			'Get Many',
			'getMany',
			'Get the stock locations of the store',
			'Get many locations',
		),
	},
	store: {
		getSettingsForm: op(
			'Get Settings Form',
			'getSettingsForm',
			`Get the store page as pages of a form, for the template "${label}: settings"`,
			'Get the settings of a store as a form',
		),
		saveSettings: op(
			'Save Settings',
			'saveSettings',
			'Connect the store to the hub, or change how it is synced and mapped',
			'Save the settings of a store',
		),
	},
});
