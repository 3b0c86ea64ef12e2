import { SandboxRefusal } from '../wire';
import type { UniwareItemDraft } from './types';

export interface ItemType {
	readonly id: number;
	readonly sku: string;
	readonly category: string;
	readonly name: string;
	readonly isEnabled: boolean;
	readonly price: number;
	readonly changedAt: number;
	/** The rest, as it was written. */
	readonly details: Readonly<Record<string, unknown>>;
}

/** What a channel offers, and which SKU that is. */
export interface ChannelListing {
	readonly channel: string;
	readonly product: string;
	readonly sku: string;
	readonly isVerified: boolean;
}

const sku = /^[A-Za-z0-9._/-]{3,45}$/;

/** Letters, digits and `. _ - /`, 3 to 45 of them (reference/uniware-oker.md 2.2). */
export const isSku = (text: string) => sku.test(text);

export const catalog = (now: () => number) => {
	const items = new Map<string, ItemType>();
	const listings = new Map<string, ChannelListing>();
	const put = (item: Omit<ItemType, 'id' | 'changedAt'>): ItemType => {
		const id = items.get(item.sku)?.id ?? items.size + 1;
		const kept = { ...item, id, changedAt: now() };
		items.set(item.sku, kept);
		return kept;
	};
	const listingKey = (channel: string, product: string) => JSON.stringify([channel, product]);
	return {
		put,
		seed({ sku: code, name, enabled = true, price = 100 }: UniwareItemDraft): ItemType {
			if (!isSku(code)) throw new SandboxRefusal(`${code} is no SKU`);
			const said = { name: name ?? `Product ${code}`, isEnabled: enabled, price };
			return put({ sku: code, category: 'DEFAULT', ...said, details: {} });
		},
		/** Exact: case counts. */
		find: (code: string): ItemType | null => items.get(code) ?? null,
		all: (): readonly ItemType[] => [...items.values()],
		list(listing: ChannelListing) {
			listings.set(listingKey(listing.channel, listing.product), listing);
		},
		listing: (channel: string, product: string): ChannelListing | null =>
			listings.get(listingKey(channel, product)) ?? null,
	};
};

export type Catalog = ReturnType<typeof catalog>;
