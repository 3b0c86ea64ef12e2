import { dryRunField } from '../shared/fields';

/** What people change. The steps of a run have no dry run: the next step needs what they store. */
const changing = {
	exception: ['dismiss', 'retry'],
	hub: ['reroute', 'save'],
	invoice: ['markUploaded'],
	listing: ['import', 'importCsv', 'link', 'unlink'],
	manifest: ['addOrders', 'close', 'create', 'removeOrders', 'retryFailed'],
	order: [
		'approve',
		'archiveClosed',
		'assignHub',
		'cancel',
		'cancelOverdue',
		'changeStatus',
		'edit',
		'hold',
		'import',
		'release',
		'requestSync',
		'restore',
		'routeByHand',
	],
	parcel: ['changeStatus', 'setBox', 'setTracking'],
	return: [
		...['approve', 'createRequest', 'createReturnOrder', 'markRefunded', 'qualityCheck'],
		...['receive', 'reject'],
	],
	ruleSet: ['save'],
	seller: ['save'],
	sku: ['setBox'],
	stock: ['adjust', 'set'],
	store: ['restore'],
};

export const dryRunFields = Object.entries(changing).map(([resource, operation]) =>
	dryRunField({ resource: [resource], operation }),
);
