import type {
	Manifest,
	ManifestChange,
	ManifestDraft,
	ManifestFilter,
	ManifestHead,
	ManifestPrintList,
	ManifestRetried,
	ManifestSummary,
	OrdersToLoad,
	WithoutManifest,
} from './manifestShapes';

/** What leaves a hub together, and what its channel is told of it. */
export interface ManifestLedger {
	createManifest(draft: ManifestDraft): Promise<Manifest & { readonly isNew: boolean }>;
	/** Adds packed orders, each that was named or all there are. Each that cannot be added says why. */
	addToManifest(code: string, wanted: OrdersToLoad): Promise<readonly ManifestChange[]>;
	removeFromManifest(code: string, orders: readonly string[]): Promise<readonly ManifestChange[]>;
	getManifest(code: string): Promise<Manifest>;
	/** Newest first. */
	getManifests(filter: ManifestFilter): Promise<readonly ManifestSummary[]>;
	/** The same without their orders, for lists. */
	getManifestHeads(filter: ManifestFilter): Promise<readonly ManifestHead[]>;
	getManifestPrintList(code: string): Promise<ManifestPrintList>;
	/** Ships what is on it; what the channels are to hear of it names the manifest. Closed twice, it stays as it was. */
	closeManifest(code: string, closedBy: string): Promise<Manifest>;
	/** Tells the channel once more of the orders that failed, and of no other. */
	retryManifest(code: string): Promise<readonly ManifestRetried[]>;
	/** Orders that left without a closed manifest although their channel goes by it. */
	getWithoutManifest(
		store: string,
		limit: number,
		hub?: string,
	): Promise<readonly WithoutManifest[]>;
}
