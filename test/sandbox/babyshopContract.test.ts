import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Panel, closePanels, openPanel, steps } from './support/babyshopPanel';

/** Vinculum's description lies beside the repository, not in it, and not on every machine. */
const file = join(
	__dirname,
	'../../../shared/contracts/vinculum/vinculum-sellerpanel-openapi-original.yml',
);

/** Names of the properties of a definition, which stand one deeper than `properties`. */
const fieldsOf = (definition: string): readonly string[] => {
	const lines = readFileSync(file, 'utf8').split(/\r?\n/);
	const begin = lines.findIndex((line) => line.trimEnd() === `  ${definition}:`);
	const length = lines.slice(begin + 1).findIndex((line) => /^ {2}\w+:\s*$/.test(line));
	const own = lines.slice(begin + 1, length < 0 ? undefined : begin + 1 + length);
	const named = own.flatMap((line) => {
		const [, indent = '', name = ''] = /^( +)(\w+):\s*$/.exec(line) ?? [];
		return name === '' ? [] : [{ indent: indent.length, name }];
	});
	const after = named.slice(named.findIndex(({ name }) => name === 'properties') + 1);
	return after.filter(({ indent }) => indent === after[0]?.indent).map(({ name }) => name);
};

/** Rows of the sandbox have the fields of Vinculum's description, and no others. */
(existsSync(file) ? describe : describe.skip)('the Babyshop sandbox and the description', () => {
	let panel: Panel;
	beforeEach(async () => {
		panel = await openPanel({ awbMs: 0 });
		panel.sandbox.seed([{ sku: 'BS-1', vendorSkuCode: 'V' }]);
	});
	afterEach(closePanels);

	const check = (definition: string, row: unknown) => {
		const fields = fieldsOf(definition);
		expect(fields.length).toBeGreaterThan(1);
		expect(Object.keys(Object(row)).toSorted()).toEqual(fields.toSorted());
	};

	it('agree on signing in', async () => check('authToken', (await panel.signIn()).body));

	it('agree on an order, its lines, and its row in the list', async () => {
		const way = steps(panel, panel.place());
		await way.invoice();
		const order = await way.read();
		check('orderlistforreturn1', order);
		check('itemlistforOrderreturn1', order?.orderItems[0]);
		const { body } = await panel.ask('orderList', { filterStatusList: '10' });
		check('orderDetailList1', body.orderList?.[0]);
	});

	it('agree on an invoice', async () => {
		const { body } = await steps(panel, panel.place()).invoice();
		check('GenerateInvoice1', body);
		const { invoiceItems } = (await panel.ask('fetchInvoice', { invoiceNo: body.invoiceNo })).body;
		check('InvoiceList1', invoiceItems?.[0]);
	});

	it('agree on products and figures', async () => {
		const { productList } = (await panel.ask('productFetch', { skuCode: ['BS-1'] })).body;
		check('ProductList1', productList?.[0]);
		const invPriceList = [{ sku: 'BS-1', invQty: '1' }];
		const asked = await panel.ask('inventoryPriceUpdate', { invPriceList });
		check('InventoryList1', asked.body.skus?.[0]);
		const { skus } = (await panel.ask('inventoryPriceStatus', { moderationIdsList: [501] })).body;
		check('inventoryPriceList1', skus?.[0]);
	});

	it('agree on shipping and cancelling', async () => {
		const way = steps(panel, panel.place());
		const { invoiceNo } = (await way.invoice()).body;
		check('OrderShip1', (await way.ship(invoiceNo)).body);
		check('OrderShip1', (await steps(panel, panel.place()).cancel()).body);
	});
});
