import type { SaleOrder } from './order';
import type { SaleOrderAddress, SaleOrderInput } from './orderInput';
import { Refused, invalid } from './refused';
import { indianStates } from './places';
import type { World } from './world';

const shippingMethods = ['STD', 'EXP', 'PKP', 'CHQ'];
const instruments = ['CASH', 'CREDIT_CARD', 'DEBIT_CARD', 'NET_BANKING', 'WALLET'];

const checkAddress = ({ country = 'IN', state, pincode }: SaleOrderAddress) => {
	if (!/^[A-Z]{2}$/.test(country)) {
		throw new Refused('INVALID_COUNTRY_CODE', `There is no country ${country}`, 'country');
	}
	if (country !== 'IN') return;
	if (!indianStates.includes(state)) {
		throw new Refused('INVALID_STATE_CODE', `There is no state ${state}`, 'state');
	}
	if (!/^\d{6}$/.test(pincode ?? '')) throw invalid('A pincode has six digits', 'pincode');
};

const checkAddresses = ({ addresses, billingAddress, shippingAddress }: SaleOrderInput) => {
	if (!billingAddress || !shippingAddress) {
		throw new Refused(
			'BILLING_SHIPPING_ADDRESS_REQUIRED_FOR_FACILITY',
			'The order has no billing or no shipping address',
		);
	}
	for (const { referenceId } of [billingAddress, shippingAddress]) {
		if (addresses.some(({ id }) => id === referenceId)) continue;
		throw new Refused('INVALID_ADDRESS_REFERENCE', `There is no address ${referenceId}`);
	}
	addresses.forEach(checkAddress);
};

const checkItems = (world: World, { saleOrderItems }: SaleOrderInput) => {
	if (saleOrderItems.length === 0) {
		throw new Refused('MISSING_SALE_ORDER_ITEMS', 'The order has no items', 'saleOrderItems');
	}
	if (new Set(saleOrderItems.map(({ code }) => code)).size < saleOrderItems.length) {
		throw new Refused('DUPLICATE_SALE_ORDER_ITEM', 'Two items have the same code', 'code');
	}
	for (const { shippingMethodCode, facilityCode, customFieldValues } of saleOrderItems) {
		if (!shippingMethods.includes(shippingMethodCode)) {
			throw new Refused('INVALID_SHIPPING_METHOD', `There is no method ${shippingMethodCode}`);
		}
		if (facilityCode !== undefined) world.places.checked(facilityCode);
		checkCustom(customFieldValues);
	}
};

/** The tenant has none (reference/uniware-oker.md 2.1: they must exist). */
const checkCustom = (fields: SaleOrderInput['customFieldValues']) => {
	const [first] = fields ?? [];
	if (first) throw new Refused('INVALID_CUSTOM_FIELD', `There is no custom field ${first.name}`);
};

/** What is wrong with the data: nothing is kept of the order. */
export const checkOrder = (world: World, input: SaleOrderInput): void => {
	const { code, channel = '', currencyCode, paymentInstrument, customFieldValues } = input;
	if (code !== undefined && world.orders.find(code)) {
		throw new Refused('DUPLICATE_SALE_ORDER', `There is a sale order ${code}`, 'code');
	}
	if (!world.settings.channels.includes(channel)) {
		throw new Refused('INVALID_CHANNEL_CODE', `There is no channel ${channel}`, 'channel');
	}
	checkItems(world, input);
	checkAddresses(input);
	if (currencyCode !== undefined && !/^[A-Z]{3}$/.test(currencyCode)) {
		throw new Refused('INVALID_CURRENCY_CODE', `There is no currency ${currencyCode}`);
	}
	if (!instruments.includes(paymentInstrument)) {
		throw new Refused('INVALID_PAYMENT_METHOD', `There is no instrument ${paymentInstrument}`);
	}
	checkCustom(customFieldValues);
	if (input.cashOnDelivery && input.totalCashOnDeliveryCharges === undefined) {
		throw invalid('is required for cash on delivery', 'totalCashOnDeliveryCharges');
	}
	if (!input.cashOnDelivery && input.totalPrepaidAmount === undefined) {
		throw invalid('is required for what is paid', 'totalPrepaidAmount');
	}
};

/** Such as 0.1 + 0.2. */
const isSameAmount = (one: number, other: number) => Math.abs(one - other) < 0.005;

/** Selling prices, shipping and COD charges, less the discount (reference/uniware-oker.md 2.1). */
const payable = ({ saleOrderItems, ...order }: SaleOrderInput): number =>
	saleOrderItems.reduce((sum, { sellingPrice }) => sum + sellingPrice, 0) +
	(order.totalShippingCharges ?? 0) +
	(order.totalCashOnDeliveryCharges ?? 0) -
	(order.totalDiscount ?? 0);

/** Why the order goes to Failed Orders; null where it does not. That create says so in its answer is a guess (reference/uniware-oker.md 4.1, 8). */
export const failureIn = (world: World, input: SaleOrderInput): Refused | null => {
	const { channel = '', useVerifiedListings, saleOrderItems } = input;
	for (const { itemSku, channelProductId } of saleOrderItems) {
		const item = world.catalog.find(itemSku);
		if (!item?.isEnabled) {
			return new Refused('SKU_NOT_MAPPED', `SKU ${itemSku} is not mapped`, 'itemSku');
		}
		if (channelProductId === undefined) continue;
		const listing = world.catalog.listing(channel, channelProductId);
		if (!listing || (useVerifiedListings && !listing.isVerified)) {
			return new Refused('SKU_NOT_MAPPED', `Listing ${channelProductId} is not mapped`);
		}
	}
	const isPaid =
		input.cashOnDelivery || isSameAmount(input.totalPrepaidAmount ?? 0, payable(input));
	if (isPaid) return null;
	return new Refused(
		'PREPAID_AMOUNT_MISMATCH',
		`Paid are ${input.totalPrepaidAmount}, to pay ${payable(input)}`,
		'totalPrepaidAmount',
	);
};

/** `facility`, of the header, is that of items which name none (reference/uniware-oker.md 1.1). */
export const created = (
	world: World,
	input: SaleOrderInput,
	facility: string | null,
): SaleOrder => {
	const at = world.now();
	const code = input.code ?? `SO${String(world.orders.all().length + 1).padStart(5, '0')}`;
	return {
		code,
		input,
		createdAt: at,
		updatedAt: at,
		isVerified: !input.verificationRequired,
		isOnHold: false,
		items: input.saleOrderItems.map((item) => ({
			id: world.newId(),
			input: item,
			name: item.itemName ?? world.catalog.find(item.itemSku)?.name ?? item.itemSku,
			status: 'CREATED',
			facility: item.facilityCode ?? facility,
			package: null,
			isOnHold: item.onHold ?? false,
			cancellationReason: null,
			reversePickup: null,
			updatedAt: at,
		})),
		packages: [],
		cancelsTold: 0,
		overrides: null,
		history: [],
	};
};
