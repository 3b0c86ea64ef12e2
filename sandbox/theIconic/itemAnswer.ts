import { seedOf, random, uuid } from '../random';
import { type Moves, actionsOf } from './actions';
import { countries } from './countries';
import { major, taxIn } from './money';
import { type Item, type Order, isMarketplace, packageOf } from './order';
import { providerRef } from './providers';
import { stamp } from './stamps';

/** How orders are written. */
export interface Writing extends Moves {
	readonly sellerId: number;
}

export const uuidOf = (text: string) => uuid(random(seedOf(text)));

/** Two days to ship: a guess. */
const toShipMs = 172_800_000;

export const targetToShip = ({ placedAt, id }: Order) => stamp(placedAt + toShipMs, id);

/** Often partly empty while pending (reference/the-iconic-sellercenter.md 7). */
const shipmentAnswer = (order: Order, item: Item, { provider }: Writing) => {
	if (item.status === 'payment_pending') return null;
	const packed = packageOf(order, item);
	const fixed = provider(order.draft.provider);
	return {
		type: item.shipmentType,
		crossdockingDeliveryType:
			item.shipmentType === 'crossdocking'
				? (order.draft.crossdocking ?? 'send_to_warehouse')
				: null,
		method: 'home',
		preProvider: providerRef(fixed),
		provider: providerRef(provider(packed?.provider) ?? fixed),
		providerPreselected: fixed !== null,
		providerProduct: '',
		providerType: 'standard',
		weight: 0.5,
		...(packed?.tracking != null && { trackingCode: packed.tracking }),
		preTrackingCode: null,
	};
};

const priceAnswer = ({ country }: Order, { price, discount, shippingFee }: Item) => {
	const paid = price - discount;
	const { tax } = countries[country];
	return {
		unitPrice: major(price),
		taxAmount: major(taxIn(paid, tax)),
		taxPercent: tax,
		paidPrice: major(paid),
		paidCommission: null,
		shippingFee: major(shippingFee),
		shippingServiceCost: null,
		walletCredits: 0,
		storeCredits: 0,
		shippingVoucherAmount: 0,
		priceAfterDiscount: major(paid),
		salesDueAmount: major(paid),
		discountAmount: major(discount),
	};
};

const failureAnswer = ({ failure }: Item) =>
	failure && {
		type: failure.type,
		name: failure.name,
		description: failure.name,
		details: failure.details,
	};

const timesAnswer = (order: Order, item: Item) => ({
	targetToShipAt: targetToShip(order),
	createdAt: stamp(item.createdAt, order.id),
	updatedAt: stamp(item.updatedAt, order.id),
	lastStatusChangedAt: stamp(item.statusChangedAt, order.id),
});

const papersAnswer = {
	invoiceNumber: null,
	invoiceAccesskey: null,
	itemSerialNumber: null,
	abatementRate: null,
	exciseRate: null,
	hsnCode: null,
	codCollectableAmount: null,
	purchase: null,
	extraAttributes: null,
	vouchers: [],
	manifestStatus: null,
	isPickupRequestSent: false,
} as const;

/** One unit as orders and lists of items have it (reference/the-iconic-sellercenter.md 7). */
export const itemAnswer = (order: Order, item: Item, writing: Writing) => ({
	id: item.id,
	srcId: String(item.id + 7_000_000),
	sellerId: writing.sellerId,
	orderId: order.id,
	uuid: uuidOf(`item ${item.id}`),
	status: item.status,
	isProcessable: item.isProcessable && !isMarketplace(item),
	failureReason: failureAnswer(item),
	shipment: shipmentAnswer(order, item, writing),
	inTransit: false,
	premium: false,
	product: {
		name: item.name,
		sku: item.shopSku ?? '',
		variation: item.variation,
		sellerSku: item.sku,
	},
	...priceAnswer(order, item),
	...timesAnswer(order, item),
	...papersAnswer,
	warehouseName: null,
	isHybrid: false,
	isOutlet: false,
	actions: actionsOf(order, item, writing),
});
