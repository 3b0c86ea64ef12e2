import type { Faults } from '../../sandbox/faults';
import type { OrderState } from '../../sandbox/ikas/types';
import { difference, sum, type Units } from '../auditor/units';
import type { Scene } from '../scene';
import type { DemoShop } from '../shop';
import { bookOf, check } from '../story/check';
import type { Goods } from './goods';
import type { OutletShop } from './openOutlet';

/** How an OMS is called in a story, and how it says what that wants to know of an order there. */
export interface Wording<Made> {
	readonly name: string;
	readonly goods: Goods;
	/** The number that the shop gave it. */
	numberOf(made: Made): string;
	/** Nothing has happened to it since it was made. */
	isUntouched(made: Made): boolean;
	isCancelled(made: Made): boolean;
	/** By SKU, without those that are cancelled. */
	unitsIn(made: Made): Units;
	/** What the hub had to say of it beside its units is there. */
	isRight(made: Made): boolean;
	/** The places that its units leave from. */
	placesOf(made: Made): readonly (string | null)[];
}

interface OmsCall {
	readonly fault: unknown;
	readonly code: unknown;
	readonly status: unknown;
}

interface OmsShop<Made> extends DemoShop {
	state(): Promise<{
		readonly orders: readonly Made[];
		readonly counts: { readonly orders: number; readonly calls: number };
	}>;
	calls(since?: number): Promise<readonly OmsCall[]>;
	faults(faults: Faults): Promise<void>;
	expireTokens(): Promise<void>;
}

/** Where the story of an outlet plays, of whose orders its OMS says as much. */
export type OmsScene<Made> = Scene<OutletShop<OmsShop<Made>>>;

/** An order, and what the OMS has of it. */
export interface HandedOver<Made> {
	/** The shop's. */
	readonly id: string;
	readonly order: OrderState;
	readonly made: Made;
}

/** What the OMS has of an order of the shop: one, when all is well. */
export type MadeOf<Made> = (order: Pick<OrderState, 'number'>) => readonly Made[];

/** What stands in the OMS beside what stands in the shop. */
export function onOms<Made>(wording: Wording<Made>) {
	const { numberOf, isUntouched } = wording;
	const madeIn = async ({ site }: OmsScene<Made>): Promise<MadeOf<Made>> => {
		const { orders } = await site.shop.oms.state();
		const byNumber = Map.groupBy(orders, numberOf);
		return ({ number }) => byNumber.get(number) ?? [];
	};
	return {
		...wording,
		madeIn,
		/** Orders that the OMS has and nothing has happened to since, on either side. */
		async handedOver(
			scene: OmsScene<Made>,
			count: number,
			wanted: (order: OrderState) => boolean = () => true,
		): Promise<readonly HandedOver<Made>[]> {
			const { row, exceptionOf } = bookOf(scene.books());
			const madeOf = await madeIn(scene);
			const { orders } = await scene.site.shop.state();
			const free = orders.flatMap((order): readonly HandedOver<Made>[] => {
				const [made] = madeOf(order);
				const isFree =
					row(order.id)?.status === 'new_order' &&
					!exceptionOf(order.id) &&
					order.status === 'CREATED';
				return made && isFree && isUntouched(made) && wanted(order)
					? [{ id: order.id, order, made }]
					: [];
			});
			check(free.length >= count, `${count} orders handed over, not ${free.length}`);
			return free.slice(0, count);
		},
		/** As both have it now. */
		async nowOf(scene: OmsScene<Made>) {
			const madeOf = await madeIn(scene);
			const { orders } = await scene.site.shop.state();
			const byId = new Map(orders.map((order) => [order.id, order]));
			return (id: string) => {
				const order = byId.get(id);
				return { order, made: order && madeOf(order)[0] };
			};
		},
	};
}

export type OnOms<Made> = ReturnType<typeof onOms<Made>>;

export const unitsWanted = ({ lines }: OrderState): Units =>
	sum(
		lines
			.filter(({ deleted, status }) => !deleted && status !== 'CANCELLED')
			.map(({ sku, quantity }) => [sku ?? '', quantity]),
	);

export const isOfSeveral = ({ lines }: OrderState): boolean =>
	lines.reduce((units, { quantity }) => units + quantity, 0) > 1;

export const isSame = (one: Units, other: Units): boolean => difference(one, other).size === 0;
