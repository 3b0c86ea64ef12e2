import { z } from 'zod';
import { pdf } from '../pdf';
import { type Reply, done, reply } from './answers';
import { parsed } from './body';
import { type Asked, type Operation, facilityOf } from './operation';
import type { Package, SaleOrder } from './order';
import { trackingLink } from './orderAnswer';
import { changedByApi } from './orderOperations';
import { packageNamed, packageOfFacility } from './packageOperations';
import { Refused } from './refused';
import { invoiced, packageAt, withCourier } from './shipping';
import { isUninvoiced } from './statuses';
import type { World } from './world';

const named = z.strictObject({ shippingPackageCode: z.string().min(1) });

const labelOf = ({ code, tracking }: Package) => pdf(`label ${code} ${tracking}`);

/** The courier behind Uniware, unless a fault has it out of order. */
const courierOf = ({ faults }: World, { code, provider, tracking }: Package) => {
	if (faults.happens('thirdParty')) {
		throw new Refused('THIRD_PARTY_API_RETURNED_ERROR', 'The courier did not answer');
	}
	return { provider: provider ?? 'DELHIVERY', tracking: tracking ?? `TRK${code}` };
};

const paperOf = (order: SaleOrder, code: string) => {
	const one = packageAt(order, code, () => true);
	return {
		shippingPackageCode: code,
		invoiceCode: one.invoice,
		invoiceDisplayCode: one.invoice,
		shippingProviderCode: one.provider,
		trackingNumber: one.tracking,
		shippingLabelLink: null,
		trackingLink: trackingLink(one),
	};
};

/** The package with its invoice, and with a courier where one is wanted. */
const packed = (
	world: World,
	asked: Asked,
	{ code, hasCourier }: { readonly code: string; readonly hasCourier: boolean },
): SaleOrder => {
	const found = packageOfFacility(world, code, facilityOf(asked));
	return changedByApi(world, found.order.code, 'packed', (order) => {
		if (order.isOnHold) {
			throw new Refused('SALE_ORDER_IS_ON_HOLD', `Order ${order.code} is on hold`);
		}
		const next = invoiced(order, code);
		return hasCourier ? withCourier(next, code, courierOf(world, found.package)) : next;
	});
};

const invoiceBody = named.extend({
	commitBlockedInventory: z.boolean().optional(),
	channelProductIdToTax: z.record(z.unknown()).optional(),
	skipDetailing: z.boolean().optional(),
});

const labelBody = named.extend({ generateUniwareShippingLabel: z.boolean() });

const providerBody = named.extend({
	taxInformation: z.unknown(),
	fetchInvoiceDetail: z.boolean().optional(),
});

/** A custom channel has no label of its own to give (reference/uniware-oker.md 7 leaves it open). */
const invoiceAndLabel = (world: World, asked: Asked): Reply => {
	const { shippingPackageCode: code, generateUniwareShippingLabel: isOwn } = parsed(
		labelBody,
		asked.body,
	);
	const { order, package: one } = packageOfFacility(world, code, facilityOf(asked));
	packageAt(order, code, isUninvoiced);
	if (!isOwn) {
		throw new Refused('UNABLE_TO_DOWNLOAD_LABEL', `The channel has no label for ${one.code}`);
	}
	const after = packed(world, asked, { code, hasCourier: true });
	const label = labelOf(packageAt(after, code, () => true)).toString('base64');
	return done({ ...paperOf(after, code), label }, 'packed');
};

const existing = (world: World, asked: Asked): Reply => {
	const { shippingPackageCode: code } = parsed(named, asked.body);
	const { order, package: one } = packageOfFacility(world, code, facilityOf(asked));
	if (one.invoice === null) {
		throw new Refused('INVOICE_NOT_GENERATED', `Package ${code} has no invoice`);
	}
	const { invoiceCode, invoiceDisplayCode } = paperOf(order, code);
	const label = one.tracking === null ? null : labelOf(one).toString('base64');
	return done({ invoiceCode, invoiceDisplayCode, label });
};

const file = (content: Buffer): Reply => ({
	...reply(200, content),
	headers: { 'content-type': 'application/pdf' },
});

/** `code,code`: what they name is in one file. */
const codesIn = (body: unknown, name: string): readonly string[] =>
	parsed(z.object({ [name]: z.string() }).passthrough(), body)[name]?.split(',') ?? [];

export const invoiceOperations: readonly Operation[] = [
	{
		name: 'shippingPackage/createInvoice',
		path: '/oms/shippingPackage/createInvoice',
		isOfFacility: true,
		answer(world, asked) {
			const { shippingPackageCode: code } = parsed(invoiceBody, asked.body);
			const after = packed(world, asked, { code, hasCourier: false });
			const { invoiceCode, shippingLabelLink } = paperOf(after, code);
			return done({ invoiceCode, shippingPackageCode: code, shippingLabelLink }, 'packed');
		},
	},
	{
		name: 'shippingPackage/createInvoiceAndGenerateLabel',
		path: '/oms/shippingPackage/createInvoiceAndGenerateLabel',
		isOfFacility: true,
		answer: invoiceAndLabel,
	},
	{
		name: 'shippingPackage/createInvoiceAndAllocateShippingProvider',
		path: '/oms/shippingPackage/createInvoiceAndAllocateShippingProvider',
		isOfFacility: true,
		answer(world, asked) {
			const { shippingPackageCode: code } = parsed(providerBody, asked.body);
			return done(paperOf(packed(world, asked, { code, hasCourier: true }), code), 'packed');
		},
	},
	{
		name: 'shippingPackage/getInvoiceLabel',
		path: '/oms/shippingPackage/getInvoiceLabel',
		isOfFacility: true,
		answer: existing,
	},
	{
		name: 'invoice/details/get',
		path: '/invoice/details/get',
		isOfFacility: true,
		answer(world, asked) {
			const shape = named.extend({
				return: z.boolean().optional(),
				paymentDetailRequired: z.boolean().optional(),
			});
			const { shippingPackageCode: code } = parsed(shape, asked.body);
			const { package: one } = packageOfFacility(world, code, facilityOf(asked));
			if (one.invoice === null) {
				throw new Refused('INVOICE_NOT_GENERATED', `Package ${code} has no invoice`);
			}
			const encodedInvoice = pdf(`invoice ${one.invoice}`).toString('base64');
			return done({
				invoice: { code: one.invoice, displayCode: one.invoice, invoiceItems: [], encodedInvoice },
			});
		},
	},
	{
		name: 'invoice/show',
		path: '/oms/invoice/show',
		method: 'GET',
		answer: (_, { body }) => file(pdf(`invoice ${codesIn(body, 'invoiceCodes').join(' ')}`)),
	},
	{
		name: 'shipment/show',
		path: '/oms/shipment/show',
		method: 'GET',
		answer(world, { body }) {
			const codes = codesIn(body, 'shippingPackageCodes');
			for (const code of codes) packageNamed(world, code);
			return file(pdf(`label ${codes.join(' ')}`));
		},
	},
];
