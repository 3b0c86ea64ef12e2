import { z } from 'zod';
import { code, codeList, customFields, money } from './body';
import { date } from './dates';

const address = z.strictObject({
	id: z.string().min(1),
	name: z.string().min(1).max(100),
	addressLine1: z.string().min(1).max(500),
	addressLine2: z.string().max(500).optional(),
	city: z.string().min(1).max(100),
	state: z.string().min(1).max(45),
	country: z.string().optional(),
	pincode: z.string().max(45).optional(),
	phone: z.string().min(1).max(50),
	email: z.string().max(100).optional(),
});

const reference = z.strictObject({ referenceId: z.string().min(1) });

/** One unit: there is no quantity (reference/uniware-oker.md 2.1). */
const item = z.strictObject({
	code,
	itemSku: z.string().min(1),
	shippingMethodCode: z.string().min(1),
	totalPrice: money,
	sellingPrice: money,
	channelProductId: z.string().optional(),
	channelSaleOrderItemCode: z.string().optional(),
	itemName: z.string().optional(),
	facilityCode: z.string().optional(),
	packetNumber: z.number().int().optional(),
	onHold: z.boolean().optional(),
	giftWrap: z.boolean().optional(),
	giftMessage: z.string().optional(),
	prepaidAmount: money.optional(),
	discount: money.optional(),
	shippingCharges: money.optional(),
	shippingMethodCharges: money.optional(),
	cashOnDeliveryCharges: money.optional(),
	giftWrapCharges: money.optional(),
	storeCredit: money.optional(),
	voucherCode: z.string().optional(),
	voucherValue: money.optional(),
	combinationIdentifier: z.string().optional(),
	shippingAddress: reference.optional(),
	customFieldValues: customFields.optional(),
});

/** What is not sent is true where the old documentation says so (reference/uniware-oker.md 2.1). */
const usuallyTrue = z.boolean().default(true);

export const saleOrderInput = z.strictObject({
	code: code.optional(),
	displayOrderCode: code.optional(),
	displayOrderDateTime: date.optional(),
	channelProcessingTime: date.optional(),
	fulfillmentTat: date.optional(),
	channel: z.string().optional(),
	customerCode: z.string().optional(),
	customerName: z.string().max(100).optional(),
	customerGSTIN: z.string().length(15).optional(),
	notificationEmail: z.string().max(100).optional(),
	notificationMobile: z.string().max(45).optional(),
	cashOnDelivery: z.boolean(),
	paymentInstrument: z.string().default('CASH'),
	thirdPartyShipping: usuallyTrue,
	shippingProviders: z
		.array(
			z.strictObject({
				packetNumber: z.number().int(),
				code: z.string(),
				trackingNumber: z.string().max(45).optional(),
			}),
		)
		.readonly()
		.optional(),
	addresses: z.array(address).readonly().default([]),
	billingAddress: reference.optional(),
	shippingAddress: reference.optional(),
	saleOrderItems: z.array(item).max(5000).readonly().default([]),
	saleOrderItemCombinations: z.array(z.unknown()).readonly().optional(),
	customFieldValues: customFields.optional(),
	currencyCode: z.string().optional(),
	taxExempted: usuallyTrue,
	cformProvided: usuallyTrue,
	verificationRequired: usuallyTrue,
	useVerifiedListings: usuallyTrue,
	priority: z.number().int().optional(),
	totalCashOnDeliveryCharges: money.optional(),
	totalPrepaidAmount: money.optional(),
	totalDiscount: money.optional(),
	totalShippingCharges: money.optional(),
	totalGiftWrapCharges: money.optional(),
	totalStoreCredit: money.optional(),
	additionalInfo: z.string().max(500).optional(),
});

export type SaleOrderInput = Readonly<z.infer<typeof saleOrderInput>>;
export type SaleOrderAddress = Readonly<z.infer<typeof address>>;

export const createBody = z.strictObject({
	saleOrder: saleOrderInput,
	invoices: z.array(z.unknown()).readonly().optional(),
});

export const cancelBody = z.strictObject({
	saleOrderCode: z.string().min(1),
	saleOrderItemCodes: codeList.optional(),
	cancelPartially: z.boolean().optional(),
	cancelOnChannel: usuallyTrue,
	cancelledBySeller: z.boolean().optional(),
	cancellationReason: z.string().max(100).optional(),
});
