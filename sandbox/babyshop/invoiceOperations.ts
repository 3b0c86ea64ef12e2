import { z } from 'zod';
import { success } from './answers';
import { awbGiven, invoiced, newInvoiceNumber } from './invoicing';
import type { Operation } from './operations';
import { type Order, isOpen } from './order';
import { parsed } from './parsed';
import { Refused, emptyRequest, generic } from './refused';
import { isBefore } from './statuses';
import type { World } from './world';

const size = z.string().max(50).optional();

/** Courier and number are mandatory, and may be empty where the marketplace provides them (reference/babyshop-vinculum.md 10). */
const generateInvoice = z.strictObject({
	orderItemsList: z.array(
		z.strictObject({
			orderNo: z.string().max(50).optional(),
			lineNo: z.union([z.string().min(1), z.number().int()]).transform(String),
			invoiceNo: z.string().max(50).optional(),
			transporterName: z.string().max(200),
			trackingNo: z.string().max(50),
			imeiNos: z.string().max(100).optional(),
			length: size,
			bredth: size,
			height: size,
			weight: size,
		}),
	),
});

type Items = z.infer<typeof generateInvoice>['orderItemsList'];

const unknown = () => new Refused(101, 'Order or line is not known');

const orderOf = (world: World, seller: string, items: Items): Order => {
	const numbers = new Set(items.map(({ orderNo = '' }) => orderNo));
	if (numbers.has('')) throw new Refused(103, 'Order number is mandatory');
	if (numbers.size > 1) throw new Refused(102, 'Several orders cannot be processed at once');
	const [named = ''] = numbers;
	const order =
		world.settings.invoiceKey === 'orderNo'
			? world.orders.find(named)
			: world.orders.all().find(({ master }) => master === named);
	if (!order) throw unknown();
	if (order.seller !== seller) throw new Refused(310, 'Order does not belong to this seller');
	return order;
};

/** That a line which is cancelled is not known any more is a guess (reference/babyshop-vinculum.md 10). */
const linesOf = ({ lines }: Order, items: Items): readonly string[] => {
	const numbers = items.map(({ lineNo }) => lineNo);
	const open = new Set(lines.filter(isOpen).map(({ number }) => number));
	if (!numbers.every((number) => open.has(number))) throw unknown();
	if (new Set(numbers).size < numbers.length) throw generic('a line comes twice');
	return numbers;
};

/** From Confirmed on, up to the courier: a guess (reference/babyshop-vinculum.md 10). */
const check = ({ settings }: World, { number, status, isOnHold }: Order) => {
	if (isOnHold && settings.refusesOnHold) throw new Refused(326, `Order ${number} is on hold`);
	if (isBefore(status, '5') || !isBefore(status, '15')) {
		throw generic(`order ${number} is in status ${status}`);
	}
};

const isFree = (world: World, number: string) =>
	world.orders
		.all()
		.every(({ invoices }) => invoices.every((invoice) => invoice.number !== number));

/** The seller's own number is taken; the marketplace's when none is named (reference/babyshop-vinculum.md 16). */
const numberOf = (world: World, items: Items) => {
	const own = items.find(({ invoiceNo: named }) => named)?.invoiceNo;
	if (own && !isFree(world, own)) throw generic(`invoice ${own} exists`);
	return own || newInvoiceNumber({ now: world.now(), random: world.random });
};

export const invoiceOperations: readonly Operation[] = [
	{
		name: 'generateInvoice',
		answer(world, seller, body) {
			const { orderItemsList: items } = parsed(generateInvoice, body);
			if (items.length === 0) throw emptyRequest();
			const order = orderOf(world, seller, items);
			const lines = linesOf(order, items);
			check(world, order);
			const number = numberOf(world, items);
			const { updatedAt } = world.orders.change(
				order.number,
				{ what: 'invoiced', by: 'api' },
				(known, { now }) => invoiced(known, { number, lines, by: 'api' }, now),
			);
			world.orders.later(
				updatedAt + world.settings.awbMs,
				order.number,
				{ what: 'awb_given', by: 'panel' },
				(known, context) => awbGiven(known, number, context),
			);
			return success({ invoiceNo: number }, 'invoiced');
		},
	},
];
