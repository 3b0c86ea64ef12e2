import { SandboxRefusal } from '../wire';
import { numberIn } from './ids';
import type { RawLocation } from './rawCatalog';
import type { ShopifyLocation } from './types';

/** The shop's locations. */
export const places = (now: () => number, newId: () => string) => {
	let all: readonly RawLocation[] = [];

	const rawLocation = (draft: ShopifyLocation): RawLocation => {
		const known = all.find(({ name }) => name === draft.name);
		return {
			id: (draft.id && numberIn('Location', draft.id)) || known?.id || newId(),
			name: draft.name,
			city: draft.city ?? draft.name,
			countryCode: draft.countryCode ?? 'AU',
			isActive: draft.isActive ?? true,
			fulfillsOnlineOrders: draft.fulfillsOnlineOrders ?? true,
			isFulfillmentService: draft.isFulfillmentService ?? false,
			createdAt: known?.createdAt ?? now(),
		};
	};

	const find = (id: string): RawLocation | null => all.find((place) => place.id === id) ?? null;

	return {
		set(drafts: readonly ShopifyLocation[]) {
			all = drafts.map(rawLocation);
		},
		all: () => all,
		find,
		/** By id or name; the first one when none is named. */
		named(text: string | undefined): RawLocation {
			const id = text === undefined ? all[0]?.id : numberIn('Location', text);
			const place = all.find((one) => one.id === id || one.name === text);
			if (!place) throw new SandboxRefusal(`there is no location ${text ?? 'at all'}`);
			return place;
		},
	};
};

export type Places = ReturnType<typeof places>;
