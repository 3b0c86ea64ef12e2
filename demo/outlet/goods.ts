import type { Place } from '../warehouse';

/** What an outlet sells, and where the OMS that ships it has it. */
export interface Goods {
	/** A seller of its own: what it has in its hubs, no other shop sells. */
	readonly seller: string;
	readonly sellerName: string;
	readonly hubs: readonly Place[];
	/** What the shop calls the hubs, in their order. */
	readonly locations: readonly { readonly id: string; readonly name: string }[];
	/** What the OMS calls them. */
	readonly places: readonly { readonly code: string; readonly name: string }[];
	/** What customers order. */
	readonly skus: readonly string[];
	/** In the OMS from the start. */
	readonly known: readonly string[];
	/** Units at each place. */
	unitsOf(sku: string): readonly number[];
	/** What the shop sells, as it counted before the hub took over: any figures. */
	readonly products: readonly object[];
}

/** Names of the hubs outside, as the store pages of the shop and of the OMS have them. */
export const hubMapsOf = ({ hubs, locations, places }: Goods) => ({
	ofShop: hubs.map(({ code }, at) => ({ location: locations[at]?.id, hub: code })),
	ofOms: hubs.map(({ code }, at) => ({ location: places[at]?.code, hub: code })),
});

export const locationsOf = (hubs: Goods['hubs']): Goods['locations'] =>
	hubs.map(({ code, name }) => ({ id: `location-${code}`, name }));

export const productsOf = (
	skus: readonly string[],
	locations: Goods['locations'],
): Goods['products'] =>
	skus.map((sku) => ({
		name: `The ${sku}`,
		variants: [{ sku, stocks: Object.fromEntries(locations.map(({ id }) => [id, 50])) }],
	}));

/** The rest of a catalogue, which nobody orders here. */
export const numbered = (name: string, count: number): readonly string[] =>
	Array.from({ length: count }, (_, at) => `${name}-${`${at + 1}`.padStart(3, '0')}`);

/** As it is put into the OMS. */
export const stocked = ({ places, unitsOf }: Pick<Goods, 'places' | 'unitsOf'>, sku: string) => ({
	sku,
	name: `The ${sku}`,
	stocks: Object.fromEntries(unitsOf(sku).map((units, at) => [places[at]?.code ?? '', units])),
});
