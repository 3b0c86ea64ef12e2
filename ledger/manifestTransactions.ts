import { closeManifest, retryManifest } from './manifestClosing';
import { addToManifest, removeFromManifest } from './manifestLoading';
import { getWithoutManifest } from './manifestMissing';
import { getManifestPrintList } from './manifestPrinting';
import { createManifest, getManifest, getManifestHeads, getManifests } from './manifests';
import type { Engine } from './statement';
import { transactionsOf } from './transactions';

/** What people change of manifests: each can be tried, too. */
export function manifestWritesOn(run: Engine['run']) {
	const transaction = transactionsOf(run);
	return {
		createManifest: transaction(createManifest),
		addToManifest: transaction(addToManifest),
		removeFromManifest: transaction(removeFromManifest),
		closeManifest: transaction(closeManifest),
		retryManifest: transaction(retryManifest),
	};
}

export function manifestReadsOn(run: Engine['run']) {
	const transaction = transactionsOf(run);
	return {
		getManifest: transaction(getManifest),
		getManifests: transaction(getManifests),
		getManifestHeads: transaction(getManifestHeads),
		getManifestPrintList: transaction(getManifestPrintList),
		getWithoutManifest: transaction(getWithoutManifest),
	};
}
