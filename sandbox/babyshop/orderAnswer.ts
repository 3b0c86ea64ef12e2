import { merge } from '../merge';
import { localText } from './localTime';
import { minorUnits, moneyText } from './money';
import { type Line, type Order, invoiceOf, openQuantity } from './order';
import { isBefore } from './statuses';

/** How rows are written. */
export interface Writing {
	readonly timeZone: string;
	readonly decimalQuantities: boolean;
}

/** The courier is the marketplace's (reference/babyshop-vinculum.md 10); code and name are made up. */
export const courier = { code: '7', name: 'Falcon Courier' };

const flag = (is: boolean) => (is ? '1' : '0');

/** One row of `orderList` (reference/babyshop-vinculum.md 8.1). */
export const listAnswer = (order: Order, { timeZone }: Writing): unknown =>
	merge(
		{
			orderNo: order.number,
			orderStatus: order.status,
			orderDate: localText(order.placedAt, timeZone),
			orderLastUpdateDate: localText(order.updatedAt, timeZone),
			onHold: flag(order.isOnHold),
		},
		order.listOverrides ?? {},
	);

/** The quantity times the price less the discount, cancelled or not: a guess (reference/babyshop-vinculum.md 8.2). */
const lineAmount = ({ quantity, unitPrice, discount }: Line) => quantity * unitPrice - discount;

/** That amounts hold the tax is a guess (reference/babyshop-vinculum.md 8.2). */
const taxIn = (amount: number, percent: number) => Math.round((amount * percent) / (100 + percent));

const lineTax = (line: Line, { country }: Order) => taxIn(lineAmount(line), country.tax);

const sum = (amounts: readonly number[]) => amounts.reduce((total, amount) => total + amount, 0);

/** What is none is null, as in the samples (reference/babyshop-vinculum.md 8.2). */
const quantities = (order: Order, line: Line, { decimalQuantities }: Writing) => {
	const text = (units: number) => (decimalQuantities ? units.toFixed(2) : String(units));
	const some = (units: number) => (units > 0 ? text(units) : null);
	const isShipped = invoiceOf(order, line.invoice)?.shippedAt !== null && line.invoice !== null;
	const isReturned = line.status === '55' || line.status === '65';
	const isDelivered = !isBefore(line.status, '25') && line.status !== '8' && line.status !== '60';
	const open = openQuantity(line);
	return {
		orderQty: text(line.quantity),
		rejectedQty: order.status === '50' ? text(line.quantity) : null,
		cancelledQty: some(line.cancelled),
		shippedQty: isShipped ? some(open) : null,
		returnedQty: isReturned ? some(open) : null,
		deliveredQty: isShipped && isDelivered ? some(open) : null,
	};
};

const lineAnswer = (order: Order, line: Line, writing: Writing) => {
	const money = (minor: number) => moneyText(minor, order.currency);
	const invoice = invoiceOf(order, line.invoice);
	return {
		lineno: line.number,
		deliveryMode: '2',
		skuCode: line.sku,
		skuName: line.name,
		...quantities(order, line, writing),
		lineAmount: money(lineAmount(line)),
		lineTaxAmount: money(lineTax(line, order)),
		unitPrice: money(line.unitPrice),
		mrp: money(line.unitPrice),
		discountAmount: line.discount > 0 ? money(line.discount) : null,
		shippingCharge: null,
		codCharge: null,
		invoiceNo: line.invoice,
		transCode: invoice?.awb ? courier.code : null,
		transName: invoice?.awb ? courier.name : null,
		awbNo: invoice?.awb ?? null,
		imeiNos: null,
		confirmDate: line.confirmedAt === null ? null : localText(line.confirmedAt, writing.timeZone),
		gvAmount: null,
		storeCredit: money(0),
		lineStatus: line.status,
		cst: null,
		vat: null,
	};
};

const addressAnswer = ({ customer, country }: Order) => {
	const { name = 'Example Customer', address1 = '1 Example Street', address2 = null } = customer;
	const address = {
		name,
		address1,
		address2,
		phone: customer.phone === undefined ? country.phone : customer.phone,
		email: customer.email === undefined ? 'customer@example.com' : customer.email,
		countryCode: customer.countryCode ?? country.code,
		state: customer.state === undefined ? country.state : customer.state,
		city: customer.city ?? country.city,
		pinCode: customer.pinCode === undefined ? country.postalCode : customer.pinCode,
	};
	return {
		customerName: name,
		address1,
		address2,
		address3: null,
		phone: address.phone,
		email: address.email,
		countryCode: address.countryCode,
		state: address.state,
		city: address.city,
		pinCode: address.pinCode,
		billToName: name,
		bill_Address1: address1,
		bill_Address2: address2,
		bill_Address3: null,
		bill_Phone: address.phone,
		bill_Email: address.email,
		bill_CountryCode: address.countryCode,
		bill_State: address.state,
		bill_City: address.city,
		bill_ZipCode: address.pinCode,
	};
};

const moneyAnswer = (order: Order) => {
	const { currency, lines, draft } = order;
	const money = (minor: number) => moneyText(minor, currency);
	const shipping = minorUnits(draft.shippingCharge ?? 0, currency);
	const cod = minorUnits(draft.codCharge ?? 0, currency);
	const discount = sum(lines.map((line) => line.discount));
	return {
		paymentMethod: draft.paymentMethod ?? '1',
		// What the customer pays in all: a guess (reference/babyshop-vinculum.md 8.2).
		orderAmount: money(sum(lines.map(lineAmount)) + shipping + cod),
		orderCurrency: currency,
		orderTaxAmount: money(sum(lines.map((line) => lineTax(line, order)))),
		shippingCharge: money(shipping),
		discountAmount: discount > 0 ? money(discount) : null,
		discCouponCode: null,
		storeCredit: null,
		gvAmount: null,
		codCharge: cod > 0 ? money(cod) : null,
	};
};

/** An order as `orderFetch` has it: texts and null throughout (reference/babyshop-vinculum.md 8.2). */
export const orderAnswer = (order: Order, writing: Writing): unknown =>
	merge(
		{
			orderNo: order.number,
			masterOrderNo: order.master,
			orderStatus: order.status,
			orderDate: localText(order.placedAt, writing.timeZone),
			orderLastUpdateDate: localText(order.updatedAt, writing.timeZone),
			onHold: flag(order.isOnHold),
			priority: null,
			...moneyAnswer(order),
			...addressAnswer(order),
			cancelRemark: order.cancellation?.remark ?? null,
			reasonForCancellation: order.cancellation?.reason ?? null,
			orderItems: order.lines.map((line) => lineAnswer(order, line, writing)),
		},
		order.overrides ?? {},
	);
