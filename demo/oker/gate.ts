import type { Site } from '../site';
import { webhooksAt } from '../webhooks';

/** An order on a manifest, and what became of it. */
export interface OnManifest {
	readonly order: string;
	readonly result: string;
	readonly why: string | null;
}

export interface Manifest {
	readonly code: string;
	readonly state: string;
	readonly orders: readonly OnManifest[];
}

interface Change {
	readonly order: string;
	readonly outcome: string;
	readonly reason: string | null;
}

/** An order that left without a closed manifest. */
interface Unlisted {
	readonly order: string;
	readonly advice: string;
}

const one = <Row>([first]: readonly Row[]): Row => {
	if (!first) throw new Error('expected an answer about a manifest');
	return first;
};

/** What people do at the gate, where the courier takes the parcels over: they list them, sign and close. */
export const gateAt = ({ n8n, store }: Site) => {
	const { post, ask } = webhooksAt(n8n);
	return {
		open: async (hub: string) => one(await ask<Manifest>('oker-manifest', { store, hub })),
		add: (manifest: string, orders: readonly string[]) =>
			ask<Change>('oker-manifest-add', { manifest, orders }),
		/** The page that is signed. */
		printList: (manifest: string) => post('oker-manifest-list', [{ manifest }]),
		close: async (manifest: string) =>
			one(await ask<Manifest>('oker-manifest-close', { manifest })),
		get: async (manifest: string) => one(await ask<Manifest>('oker-manifest-get', { manifest })),
		/** Only what failed of it. */
		retryFailed: (manifest: string) => ask<Change>('oker-manifest-retry', { manifest }),
		unlisted: () => ask<Unlisted>('oker-unlisted', { store }),
	};
};
