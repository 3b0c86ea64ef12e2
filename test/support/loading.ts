import type { Manifest, ManifestDraft } from '../../ledger/manifestShapes';
import type { OpenLedger } from './ledgers';
import { tellingStore } from './telling';

const draft: ManifestDraft = {
	...{ store: 'ikas-tr', hub: 'istanbul', provider: null },
	...{ code: 'M1', reuseOpen: false },
};

/** A furnished ledger whose channel hears of every step, and what tests of manifests do with it. */
export function loadingStore(open: () => Promise<OpenLedger>) {
	const hub = tellingStore(open);
	const standing = ({ orders }: Manifest) => orders.map((one) => `${one.order} ${one.result}`);
	return Object.assign(hub, {
		standing,
		create: (change: Partial<ManifestDraft> = {}) =>
			hub.ledger.createManifest({ ...draft, ...change }),
		/** Puts orders on M1; answers what became of each. */
		async add(...orders: readonly string[]) {
			return (await hub.ledger.addToManifest('M1', orders)).map(
				({ order, outcome, reason }) =>
					`${order} ${outcome}${reason === null ? '' : `: ${reason}`}`,
			);
		},
		close: () => hub.ledger.closeManifest('M1', 'ayse'),
		manifest: () => hub.ledger.getManifest('M1'),
		now: async () => standing(await hub.ledger.getManifest('M1')),
		/** Orders that are packed in Istanbul, of which the channel was told all so far. */
		async packed(...ids: readonly string[]) {
			await hub.accept(...ids);
			for (const id of ids) await hub.move(id, 'packed');
			await hub.send();
		},
	});
}
