import { type ConnectionArguments, inOrder } from './connection';
import { displayName } from './customers';
import { gid } from './ids';
import { instantOf } from './instants';
import { appNamespace } from './metafields';
import type { RawAddress, RawCustomer, RawMetafield } from './raw';

export const addressView = (address: RawAddress | null) =>
	address && {
		__typename: 'MailingAddress',
		...address,
		id: `${gid('MailingAddress', address.id)}?model_name=Address`,
		name: [address.firstName, address.lastName].filter(Boolean).join(' ') || null,
		countryCodeV2: address.countryCode,
		// The codes stand for the names: which names Shopify has for them is not played.
		country: address.countryCode,
		province: address.provinceCode,
		latitude: null,
		longitude: null,
	};

export const metafieldView = (field: RawMetafield) => ({
	__typename: 'Metafield',
	id: gid('Metafield', field.id),
	legacyResourceId: field.id,
	namespace: field.namespace,
	key: field.key,
	type: field.type,
	value: field.value,
	createdAt: instantOf(field.createdAt),
	updatedAt: instantOf(field.updatedAt),
});

/** The metafields of whatever has some. */
export const metafieldViews = (fields: readonly RawMetafield[]) => ({
	metafield({ namespace, key }: { readonly namespace?: string | null; readonly key: string }) {
		const space = namespace ?? appNamespace;
		const found = fields.find((one) => one.key === key && one.namespace === space);
		return found ? metafieldView(found) : null;
	},
	metafields: (args: ConnectionArguments & { readonly namespace?: string | null }) =>
		inOrder(
			fields.filter(({ namespace }) => !args.namespace || args.namespace === namespace),
			args,
			{ type: 'Metafield', view: metafieldView },
		),
});

export const customerView = (customer: RawCustomer) => ({
	__typename: 'Customer',
	id: gid('Customer', customer.id),
	legacyResourceId: customer.id,
	firstName: customer.firstName,
	lastName: customer.lastName,
	displayName: displayName(customer),
	email: customer.email,
	phone: customer.phone,
	note: customer.note,
	tags: customer.tags,
	taxExempt: customer.taxExempt,
	createdAt: instantOf(customer.createdAt),
	updatedAt: instantOf(customer.updatedAt),
	defaultAddress: addressView(customer.defaultAddress),
	defaultEmailAddress: customer.email && {
		__typename: 'CustomerEmailAddress',
		emailAddress: customer.email,
	},
	defaultPhoneNumber: customer.phone && {
		__typename: 'CustomerPhoneNumber',
		phoneNumber: customer.phone,
	},
	...metafieldViews(customer.metafields),
});
