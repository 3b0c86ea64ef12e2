import { Refused } from './refused';
import type { UniwareManifestState } from './stateTypes';

export type Manifest = UniwareManifestState & { readonly createdAt: number };

export const manifests = (now: () => number) => {
	const all = new Map<string, Manifest>();
	const put = (manifest: Manifest): Manifest => {
		all.set(manifest.code, manifest);
		return manifest;
	};
	return {
		create: (made: Pick<Manifest, 'facility' | 'channel' | 'provider'>): Manifest =>
			put({
				...made,
				code: `SM${String(all.size + 1).padStart(5, '0')}`,
				status: 'CREATED',
				packages: [],
				createdAt: now(),
			}),
		put,
		/** Of the facility. */
		checked(code: string, facility: string): Manifest {
			const manifest = all.get(code);
			if (manifest?.facility === facility) return manifest;
			throw new Refused('INVALID_SHIPPING_MANIFEST_CODE', `There is no manifest ${code}`);
		},
		all: (): readonly Manifest[] => [...all.values()],
	};
};
