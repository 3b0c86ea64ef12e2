import type {
	IconicFigureChange,
	IconicItemState,
	IconicOrderChange,
	IconicOrderState,
	IconicPackageState,
	IconicProductState,
} from '../../../../sandbox/theIconic/stateTypes';
import type { IconicState } from '../../../../sandbox/theIconic/types';

/** Each change and who made it, in the order in which they were made. */
export type Way = readonly (readonly [
	what: IconicOrderChange['what'],
	status: IconicItemState['status'],
	by?: IconicOrderChange['by'],
])[];

/** An order of one SKU. */
export interface Sold {
	readonly id: string;
	readonly units: number;
	readonly way: Way;
	readonly sku?: string;
	readonly placedAt?: number;
	readonly visibleAt?: number;
	readonly shipmentType?: IconicItemState['shipmentType'];
	readonly isProcessable?: boolean;
	readonly actions?: readonly string[];
	/** Of its items one after the other; the rest are in none. */
	readonly packages?: readonly (Pick<IconicPackageState, 'tracking' | 'provider'> & {
		readonly units: number;
		readonly by?: IconicPackageState['by'];
	})[];
	/** Items that are cancelled for themselves, from the end. */
	readonly cancelled?: number;
}

export const placed: Way = [['placed', 'pending', 'panel']];

export const shipped: Way = [
	...placed,
	['packed', 'pending'],
	['ready_to_ship', 'ready_to_ship'],
	['shipped', 'shipped'],
];

export const cancelled: Way = [...placed, ['cancelled', 'canceled', 'panel']];

const productOf = (sku: string) => (sku === 'TEE' ? 81 : 82);

const itemsOf = (sold: Sold): readonly IconicItemState[] => {
	const { id, units, way, sku = 'TEE', cancelled: gone = 0, packages = [] } = sold;
	const inPackages = packages.flatMap((made, at) => Array<number>(made.units).fill(900 + at));
	return Array.from({ length: units }, (_, at) => ({
		id: Number(id) * 10 + at,
		sku,
		product: productOf(sku),
		shipmentType: sold.shipmentType ?? 'dropshipping',
		status: at >= units - gone ? 'canceled' : (way.at(-1)?.[1] ?? 'pending'),
		isProcessable: sold.isProcessable ?? true,
		package: inPackages[at] ?? null,
		reason: null,
		actions: sold.actions ?? [],
	}));
};

const toState = (sold: Sold): IconicOrderState => {
	const { id, way, placedAt = 200, visibleAt = placedAt, packages = [] } = sold;
	const items = itemsOf(sold);
	return {
		id,
		number: `N${id}`,
		placedAt,
		updatedAt: placedAt,
		currency: 'AUD',
		isSpoiled: false,
		items,
		packages: packages.map(({ tracking, provider, by = 'api' }, at) => ({
			id: 900 + at,
			items: items.filter((item) => item.package === 900 + at).map((item) => item.id),
			by,
			deliveryType: 'dropship',
			provider,
			tracking,
		})),
		history: way.map(([what, status, by = 'api'], at) => ({
			what,
			at: placedAt + at,
			visibleAt: visibleAt + at,
			by,
			items: items.map((item) => ({ id: item.id, status })),
			open: {},
		})),
	};
};

export const a: Sold = { id: '11', units: 2, way: placed };
export const b: Sold = {
	...{ id: '12', units: 1, way: shipped },
	packages: [{ units: 1, tracking: 'AP-1', provider: 'Australia Post' }],
};
export const c: Sold = { id: '13', units: 1, way: cancelled };
const consigned: Sold = { id: '14', units: 1, way: placed, shipmentType: 'warehouse' };

/** Changes of a figure, as `what quantity`, from before anything was sold on. */
export const figures = (...changes: readonly string[]): readonly IconicFigureChange[] =>
	changes.map((text, at) => {
		const [what = '', quantity] = text.split(' ');
		return { what: what as IconicFigureChange['what'], at: 150 + at, quantity: Number(quantity) };
	});

export const told = figures('pushed 15', 'sold 14');

export const product = (
	sku: string,
	history: readonly IconicFigureChange[],
	reserved: number,
): IconicProductState => {
	const quantity = history.at(-1)?.quantity ?? 0;
	return {
		id: productOf(sku),
		set: 1,
		sku,
		status: 'active',
		shipmentType: 'dropshipping',
		quantity,
		reserved,
		available: quantity - reserved,
		history,
	};
};

/** The side of The Iconic of the clean books, with orders added or replaced by id, and whatever else is changed. */
export const iconicWith = (
	planted: readonly Sold[] = [],
	change: Partial<IconicState> = {},
): IconicState => {
	const byId = new Map([a, b, c, consigned, ...planted].map((order) => [order.id, order]));
	return {
		now: 1000,
		seller: { id: 7, name: 'Bondi' },
		providers: [
			{ name: 'Australia Post', default: true },
			{ name: 'Toll Express', apiIntegrationAvailable: true },
		],
		orders: [...byId.values()].map(toState),
		products: [product('TEE', told, 2), product('tee', figures('seeded 4'), 0)],
		jobs: [],
		counts: { orders: 0, visible: 0, products: 0, calls: 0, quotaHits: 0, faults: 0 },
		...change,
	};
};
