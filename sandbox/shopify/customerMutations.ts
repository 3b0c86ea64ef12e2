import type { z } from 'zod';
import { isGranted } from './access';
import { customerSet } from './customerWrites';
import { customerView, metafieldView } from './customerView';
import { definitionView } from './definitionView';
import { gid, kindOf, numberIn } from './ids';
import {
	customerIdentifier,
	customerSetInput,
	definitionInput,
	inputOf,
	metafieldsSetInput,
} from './inputs';
import type { OwnerType } from './metafields';
import type { RawMetafield } from './raw';
import { type UserError, accessDenied, notPlayed, userError } from './refusal';
import type { RootField } from './resolve';
import type { World } from './world';

const set: RootField = ({ world }, args) => {
	const by = args.identifier ? inputOf(customerIdentifier, args.identifier) : null;
	const { made, errors } = customerSet(world, by, inputOf(customerSetInput, args.input));
	return { customer: made && customerView(made), userErrors: errors };
};

/** "Access to the resource type"; which scope that is, is a guess (reference/shopify.md 9). */
const checkOwner = ({ settings }: World, type: string, field: string) => {
	const scope = type === 'CUSTOMER' ? 'write_customers' : 'write_orders';
	if (isGranted(settings.scopes, scope)) return;
	throw accessDenied(`${field} field`, `\`${scope}\` access scope.`);
};

const define: RootField = ({ world }, args) => {
	const input = inputOf(definitionInput, args.definition);
	checkOwner(world, input.ownerType, 'metafieldDefinitionCreate');
	const { made, errors } = world.metafields.define(input);
	return { createdDefinition: made && definitionView(made), userErrors: errors };
};

type Row = z.infer<typeof metafieldsSetInput>[number];

interface Owner {
	readonly type: OwnerType;
	readonly id: string;
	readonly before: readonly RawMetafield[];
	keep(metafields: readonly RawMetafield[]): void;
}

const ownerOf = (world: World, id: string): Owner | null => {
	const kind = kindOf(id);
	if (kind !== 'Order' && kind !== 'Customer') throw notPlayed(`metafields of ${id}`);
	if (kind === 'Order') {
		const order = world.orders.find(numberIn('Order', id) ?? '');
		const keep = (metafields: readonly RawMetafield[]) => {
			if (order) world.orders.edit({ ...order, metafields }, { what: 'edited', byApi: true });
		};
		return order && { type: 'ORDER', id: gid('Order', order.id), before: order.metafields, keep };
	}
	const customer = world.customers.find(numberIn('Customer', id));
	const keep = (metafields: readonly RawMetafield[]) => {
		if (customer) world.customers.keep({ ...customer, metafields });
	};
	return customer && { type: 'CUSTOMER', id, before: customer.metafields, keep };
};

const mostMetafields = 25;

/** Atomic, and 25 a call at most (reference/shopify.md 12). */
const setMetafields: RootField = ({ world }, args) => {
	const rows = inputOf(metafieldsSetInput, args.metafields);
	if (rows.length > mostMetafields) {
		const message = `Exceeded the maximum metafields input limit of ${mostMetafields}.`;
		const errors = [userError(['metafields'], message, 'LESS_THAN_OR_EQUAL_TO')];
		return { metafields: null, userErrors: errors };
	}
	const errors: UserError[] = [];
	const byOwner = Map.groupBy(rows, ({ ownerId }: Row) => ownerId);
	const writes = [...byOwner].flatMap(([id, inputs]) => {
		const owner = ownerOf(world, id);
		if (!owner) {
			errors.push(userError(['metafields', '0', 'ownerId'], 'does not exist', 'INVALID'));
			return [];
		}
		checkOwner(world, owner.type, 'metafieldsSet');
		const merged = world.metafields.merged(owner, owner.before, { inputs, path: ['metafields'] });
		errors.push(...merged.errors);
		return [{ owner, fields: merged.made ?? [], inputs }];
	});
	if (errors.length > 0) return { metafields: null, userErrors: errors };
	for (const { owner, fields } of writes) owner.keep(fields);
	const isGiven = (field: RawMetafield, inputs: readonly Row[]) =>
		inputs.some(
			({ key, namespace }) =>
				key === field.key && (namespace ?? field.namespace) === field.namespace,
		);
	const kept = writes.flatMap(({ fields, inputs }) =>
		fields.filter((field) => isGiven(field, inputs)),
	);
	return { metafields: kept.map(metafieldView), userErrors: [] };
};

export const customerMutations: Readonly<Record<string, RootField>> = {
	customerSet: set,
	metafieldDefinitionCreate: define,
	metafieldsSet: setMetafields,
};
