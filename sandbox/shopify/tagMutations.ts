import { isGranted } from './access';
import { customerView } from './customerView';
import { kindOf, numberIn } from './ids';
import { orderIn } from './nodes';
import { orderView } from './orderView';
import { accessDenied, notPlayed, userError } from './refusal';
import type { RootField } from './resolve';

const tagsOf = (given: unknown): readonly string[] =>
	[given]
		.flat()
		.flatMap((text) =>
			String(text)
				.split(',')
				.map((tag) => tag.trim()),
		)
		.filter(Boolean);

/** Of an order or a customer; a tag is the same in any case (reference/shopify.md 9). */
const retag =
	(change: (tags: readonly string[], given: readonly string[]) => readonly string[]): RootField =>
	({ world }, args) => {
		const id = String(args.id);
		const given = tagsOf(args.tags);
		const kind = kindOf(id);
		if (kind !== 'Order' && kind !== 'Customer') throw notPlayed(`tags of ${id}`);
		const scope = kind === 'Order' ? 'write_orders' : 'write_customers';
		if (!isGranted(world.settings.scopes, scope)) {
			throw accessDenied('tags field', `\`${scope}\` access scope.`);
		}
		const missing = { node: null, userErrors: [userError(['id'], `${kind} does not exist`)] };
		if (kind === 'Customer') {
			const customer = world.customers.find(numberIn('Customer', id));
			if (!customer) return missing;
			const kept = world.customers.keep({ ...customer, tags: change(customer.tags, given) });
			return { node: customerView(kept), userErrors: [] };
		}
		const order = orderIn(world, id);
		if (!order) return missing;
		const next = { ...order, tags: change(order.tags, given) };
		const kept = world.orders.edit(next, { what: 'edited', byApi: true });
		return { node: orderView(world, kept), userErrors: [] };
	};

const isAmong = (tags: readonly string[], tag: string) =>
	tags.some((one) => one.toLowerCase() === tag.toLowerCase());

export const tagMutations: Readonly<Record<string, RootField>> = {
	tagsAdd: retag((tags, given) => [...tags, ...given.filter((tag) => !isAmong(tags, tag))]),
	tagsRemove: retag((tags, given) => tags.filter((tag) => !isAmong(given, tag))),
};
