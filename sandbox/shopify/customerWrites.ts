import { freshCustomer } from './customers';
import { gid, numberIn } from './ids';
import type { CustomerIdentifier, CustomerSetInput } from './inputs';
import type { AddressInput, OrderInput } from './orderInputs';
import type { RawAddress, RawCustomer } from './raw';
import { type Outcome, type UserError, made, refused, userError } from './refusal';
import type { World } from './world';

const addresses = (world: World, given: readonly AddressInput[]): readonly RawAddress[] =>
	given.map((address) => ({ ...address, id: world.newId() }));

const written = (world: World, before: RawCustomer, input: CustomerSetInput): RawCustomer => {
	const kept = <Value>(given: Value | undefined, known: Value) =>
		given === undefined ? known : given;
	const all = input.addresses ? addresses(world, input.addresses) : before.addresses;
	return {
		...before,
		firstName: kept(input.firstName, before.firstName),
		lastName: kept(input.lastName, before.lastName),
		email: kept(input.email, before.email),
		phone: kept(input.phone, before.phone),
		note: kept(input.note, before.note),
		tags: input.tags ?? before.tags,
		taxExempt: input.taxExempt ?? before.taxExempt,
		addresses: all,
		defaultAddress: input.addresses ? (all[0] ?? null) : before.defaultAddress,
		updatedAt: world.now(),
	};
};

/** A customer by whatever identifies it; throws where the custom id has no definition. */
export const customerBy = (world: World, by: CustomerIdentifier): RawCustomer | null => {
	const { customers, metafields } = world;
	if (by.id) return customers.find(numberIn('Customer', by.id));
	if (by.customId) {
		const field = metafields.uniqueKey('CUSTOMER', by.customId);
		return customers.withField({ ...field, value: by.customId.value });
	}
	const [email, phone] = [by.email ?? by.emailAddress, by.phone ?? by.phoneNumber];
	return (email && customers.byEmail(email)) || (phone && customers.byPhone(phone)) || null;
};

const takenFaults = (world: World, input: CustomerSetInput, self: string | null) => {
	const byEmail = input.email ? world.customers.byEmail(input.email) : null;
	const byPhone = input.phone ? world.customers.byPhone(input.phone) : null;
	const fault = (field: string, other: RawCustomer | null): readonly UserError[] =>
		other && other.id !== self
			? [userError(['input', field], `${field} has already been taken`, 'TAKEN')]
			: [];
	return [...fault('email', byEmail), ...fault('phone', byPhone)];
};

const identifierFaults = (by: CustomerIdentifier, input: CustomerSetInput) => {
	const fault = (field: 'email' | 'phone'): readonly UserError[] => {
		const asked = by[field];
		if (asked === undefined || asked === input[field]) return [];
		return input[field]
			? [userError(['input', field], 'differs from the identifier', 'INPUT_MISMATCH')]
			: [userError(['input', field], 'must be given, too', 'MISSING_FIELD_REQUIRED')];
	};
	return [
		...(input.id ? [userError(['input', 'id'], 'is not allowed', 'ID_NOT_ALLOWED')] : []),
		...fault('email'),
		...fault('phone'),
	];
};

const withCustomId = (world: World, customer: RawCustomer, by: CustomerIdentifier) => {
	const { customId } = by;
	if (!customId) return customer;
	const owner = { type: 'CUSTOMER', id: gid('Customer', customer.id) } as const;
	const inputs = [{ ...customId, type: 'id' }];
	const { made: fields } = world.metafields.merged(owner, customer.metafields, {
		inputs,
		path: [],
	});
	return { ...customer, metafields: fields ?? customer.metafields };
};

/** `customerSet`: the customer that the identifier names, made when there is none (reference/shopify.md 9). */
export const customerSet = (
	world: World,
	by: CustomerIdentifier | null,
	input: CustomerSetInput,
): Outcome<RawCustomer> => {
	const known = by && customerBy(world, by);
	if (by?.id && !known) return refused(userError(['identifier'], 'was not found', 'NOT_FOUND'));
	const base = known ?? freshCustomer(world.newId(), world.now());
	const customer = written(world, base, input);
	const errors = [
		...(by ? identifierFaults(by, input) : []),
		...takenFaults(world, input, known?.id ?? null),
	];
	const { firstName, lastName, email, phone } = customer;
	if (!(firstName || lastName || email || phone)) {
		errors.push(
			userError(null, 'A name, phone number, or email address must be present', 'INVALID'),
		);
	}
	if (errors.length > 0) return refused(...errors);
	return made(world.customers.keep(by && !known ? withCustomId(world, customer, by) : customer));
};

const noCustomer = { id: null } as const;

/** The customer of an order that is to be; one that is upserted without id or e-mail is a new one each time. */
export const customerOf = (
	world: World,
	{ customer, customerId }: OrderInput,
): Outcome<{ readonly id: string | null }> => {
	const missing = (path: readonly string[]) =>
		refused(userError(['order', ...path], 'there is no such customer', 'INVALID'));
	const { toAssociate, toUpsert } = customer ?? {};
	const id = toAssociate?.id ?? toUpsert?.id ?? customerId;
	const email = toAssociate?.email ?? toUpsert?.email ?? null;
	const known = id
		? world.customers.find(numberIn('Customer', id))
		: email !== null && world.customers.byEmail(email);
	if (toAssociate || customerId) return known ? made(known) : missing(['customer']);
	if (!toUpsert) return made(noCustomer);
	if (id && !known) return missing(['customer', 'toUpsert', 'id']);
	const base = known || freshCustomer(world.newId(), world.now());
	return made(world.customers.keep(written(world, base, toUpsert)));
};
