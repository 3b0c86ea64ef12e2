import { create, defined, orderInput, plain, stocked } from './support/shopifyOrders';
import { closeStores, codeOf, openStore } from './support/shopifyStore';

const customerSetDocument = `mutation($identifier: CustomerSetIdentifiers, $input: CustomerSetInput!) {
  customerSet(identifier: $identifier, input: $input) { customer { id displayName } userErrors { code field } }
}`;

const iconic = { customId: { namespace: 'order_hub', key: 'customer', value: 'theIconic' } };

describe('customers and changes of orders of the Shopify sandbox', () => {
	afterEach(closeStores);

	it('are sold to a customer that is made once', async () => {
		const store = await openStore();
		const find =
			'{ customerByIdentifier(identifier: {customId: {namespace: "order_hub", key: "customer", value: "theIconic"}}) { id } }';
		const set = async () =>
			await store.ask(customerSetDocument, {
				identifier: iconic,
				input: { firstName: 'The Iconic' },
			});
		expect([codeOf(await store.ask(find)), codeOf(await set())]).toEqual([
			'NOT_FOUND',
			'NOT_FOUND',
		]);
		await defined(store, 'CUSTOMER', 'customer');
		expect((await store.ask(find)).body.data).toEqual({ customerByIdentifier: null });
		const [first, second] = [await set(), await set()];
		const customer = plain(first.body.data?.customerSet?.customer);
		expect(second.body.data?.customerSet?.customer).toEqual(customer);
		expect((await store.ask(find)).body.data?.customerByIdentifier).toEqual({ id: customer.id });
		const over = { customer: { toAssociate: { id: customer.id } } };
		const { order } = await create(store, orderInput(stocked(store), over));
		expect(order).toMatchObject({
			customer: { displayName: 'The Iconic', defaultAddress: { city: 'Perth' } },
		});
		expect(store.sandbox.state().customers).toHaveLength(1);
	});

	it('can be changed in part', async () => {
		const store = await openStore();
		const { order } = await create(store, orderInput(stocked(store)));
		const { id } = plain(order);
		const added = await store.tell(
			'mutation($id: ID!) { tagsAdd(id: $id, tags: ["the iconic", "pushed"]) { node { ... on Order { tags } } userErrors { message } } }',
			{ id },
		);
		expect(added.node).toEqual({ tags: ['The Iconic', 'pushed'] });
		const { order: updated } = await store.tell(
			'mutation($input: OrderInput!) { orderUpdate(input: $input) { order { note tags poNumber } userErrors { message } } }',
			{ input: { id, tags: ['only'], poNumber: 'P-1' } },
		);
		expect(updated).toEqual({ note: 'The Iconic', tags: ['only'], poNumber: 'P-1' });
		const { metafields } = await store.tell(
			'mutation($metafields: [MetafieldsSetInput!]!) { metafieldsSet(metafields: $metafields) { metafields { key value } userErrors { code } } }',
			{
				metafields: [
					{ ownerId: id, namespace: 'order_hub', key: 'pushed', type: 'json', value: '[]' },
				],
			},
		);
		expect(metafields).toEqual([{ key: 'pushed', value: '[]' }]);
	});

	it('can have fewer units, back in stock or not', async () => {
		const scopes = [
			'write_orders',
			'write_order_edits',
			'read_merchant_managed_fulfillment_orders',
		];
		const store = await openStore({ scopes: [...scopes, 'read_customers'] });
		const { order } = await create(store, orderInput(stocked(store)));
		const { calculatedOrder } = await store.tell(
			'mutation($id: ID!) { orderEditBegin(id: $id) { calculatedOrder { id lineItems(first: 5) { nodes { id quantity } } } userErrors { message } } }',
			{ id: plain(order).id },
		);
		const { id, lineItems } = plain(calculatedOrder);
		const [first] = [plain(lineItems).nodes].flat().map(plain);
		await store.tell(
			'mutation($id: ID!, $line: ID!) { orderEditSetQuantity(id: $id, lineItemId: $line, quantity: 1, restock: true) { userErrors { message } } }',
			{ id, line: first?.id },
		);
		expect(store.sandbox.stock()[0]).toMatchObject({ available: 3, committed: 2 });
		await store.tell(
			'mutation($id: ID!) { orderEditCommit(id: $id) { order { id } userErrors { message } } }',
			{ id },
		);
		expect(store.sandbox.stock()[0]).toMatchObject({ available: 4, committed: 1 });
		expect(store.sandbox.state().orders[0]?.lines[0]).toMatchObject({
			quantity: 2,
			currentQuantity: 1,
		});
	});
});
