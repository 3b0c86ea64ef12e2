import type { RawAddress, RawCustomer, RawMetafield } from './raw';

/** The people, and companies, that the shop sells to. */
export const customers = () => {
	const all = new Map<string, RawCustomer>();
	const withField = (field: Pick<RawMetafield, 'namespace' | 'key' | 'value'>) =>
		[...all.values()].find(({ metafields }) =>
			metafields.some(
				({ namespace, key, value }) =>
					namespace === field.namespace && key === field.key && value === field.value,
			),
		) ?? null;
	return {
		all: (): readonly RawCustomer[] => [...all.values()],
		find: (id: string | null): RawCustomer | null => all.get(id ?? '') ?? null,
		byEmail: (email: string): RawCustomer | null =>
			[...all.values()].find((one) => one.email?.toLowerCase() === email.toLowerCase()) ?? null,
		byPhone: (phone: string): RawCustomer | null =>
			[...all.values()].find((one) => one.phone === phone) ?? null,
		withField,
		keep(customer: RawCustomer): RawCustomer {
			all.set(customer.id, customer);
			return customer;
		},
	};
};

export type Customers = ReturnType<typeof customers>;

export const displayName = ({ firstName, lastName, email, phone, id }: RawCustomer): string =>
	[firstName, lastName].filter(Boolean).join(' ') || email || phone || id;

export const freshCustomer = (id: string, at: number): RawCustomer => ({
	id,
	firstName: null,
	lastName: null,
	email: null,
	phone: null,
	note: null,
	tags: [],
	taxExempt: false,
	addresses: [],
	defaultAddress: null,
	metafields: [],
	createdAt: at,
	updatedAt: at,
});

/** What an order does to its customer: its address becomes the default one (reference/shopify.md 9). */
export const afterOrder = (
	customer: RawCustomer,
	order: { address: RawAddress | null; email: string | null },
	at: number,
): RawCustomer => {
	const { address, email } = order;
	const isNameless = !customer.firstName && !customer.lastName;
	return {
		...customer,
		updatedAt: at,
		email: customer.email ?? email,
		...(address && {
			defaultAddress: address,
			addresses: [...customer.addresses, address],
			...(isNameless && { firstName: address.firstName, lastName: address.lastName }),
		}),
	};
};
