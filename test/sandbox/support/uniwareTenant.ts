import { serve } from '../../../sandbox/serve';
import { uniwareSandbox } from '../../../sandbox/uniware';
import type { UniwareOptions } from '../../../sandbox/uniware/types';

export const startAt = Date.parse('2026-03-02T10:00:00Z');

type Row = Readonly<Record<string, unknown>>;

/** The parts of an answer that tests look at; only some are in any one. */
export interface Body {
	readonly successful?: boolean;
	readonly errors?: readonly Row[];
	readonly warnings?: readonly Row[] | null;
	readonly elements?: readonly Row[];
	readonly totalRecords?: number | null;
	readonly [field: string]: unknown;
}

const bodyIn = (text: string, type: string | null) =>
	type?.startsWith('application/json') ? JSON.parse(text) : {};

const read = async (response: Response) => {
	const bytes = Buffer.from(await response.arrayBuffer());
	const text = bytes.toString('utf8');
	const body: Body = bodyIn(text, response.headers.get('content-type'));
	return { status: response.status, headers: response.headers, text, body };
};

/** The name of the failure, or null where all is well. */
export const failureIn = ({ body }: { readonly body: Body }) =>
	body.successful ? null : (body.errors?.[0]?.message ?? 'none');

const open = new Set<() => Promise<void>>();

/** Closes all that a test has opened, also when it has failed half way. */
export const closeTenants = async () => {
	for (const close of open) await close();
	open.clear();
};

const address = {
	id: 'ship',
	name: 'A. Buyer',
	addressLine1: '1 Sample Street',
	city: 'Sample City',
	state: 'DL',
	country: 'IN',
	pincode: '110001',
	phone: '9999999999',
};

export const itemOf = (code: string, itemSku = 'TEE-M') => ({
	code,
	itemSku,
	shippingMethodCode: 'STD',
	totalPrice: 499,
	sellingPrice: 499,
});

/** An order that a tenant takes: paid, with every flag said. */
export const saleOrder = (
	code: string,
	items: readonly object[] = [itemOf('1-1')],
	more: object = {},
) => ({
	saleOrder: {
		code,
		displayOrderCode: code,
		displayOrderDateTime: '2026-03-02T09:45:00Z',
		channel: 'ORDER_HUB',
		cashOnDelivery: false,
		thirdPartyShipping: false,
		taxExempted: false,
		cformProvided: false,
		verificationRequired: false,
		currencyCode: 'INR',
		totalPrepaidAmount: 499 * items.length,
		addresses: [address],
		billingAddress: { referenceId: 'ship' },
		shippingAddress: { referenceId: 'ship' },
		saleOrderItems: items,
		...more,
	},
});

/** A sandbox on a socket and a client of it: real HTTP, nothing of the package. */
export const openTenant = async (options: UniwareOptions = {}) => {
	const sandbox = uniwareSandbox({ startAt, ...options });
	sandbox.seed([
		{ sku: 'TEE-M', stocks: { WH_MAIN: 10, WH_SOUTH: 4 } },
		{ sku: 'SCARF', stocks: { WH_MAIN: 3 } },
		{ sku: 'BAG-OLD', enabled: false },
	]);
	const { url, close } = await serve(sandbox);
	open.add(close);
	const fetched = async (path: string, init: RequestInit = {}) =>
		await read(await fetch(`${url}${path}`, init));
	const login = (fields: Readonly<Record<string, string>> = {}) =>
		new URLSearchParams({
			grant_type: 'password',
			client_id: 'my-trusted-client',
			username: sandbox.credential.username,
			password: sandbox.credential.password,
			...fields,
		});
	const signIn = async (fields?: Readonly<Record<string, string>>) =>
		await fetched(`/oauth/token?${login(fields).toString()}`);
	let token = String((await signIn()).body.access_token);
	const post = async (path: string, body: unknown, facility: string | null = 'WH_MAIN') =>
		await fetched(`/services/rest/v1${path}`, {
			method: 'POST',
			headers: {
				authorization: `bearer ${token}`,
				'content-type': 'application/json',
				...(facility !== null && { Facility: facility }),
			},
			body: typeof body === 'string' ? body : JSON.stringify(body),
		});
	const get = async (path: string) =>
		await fetched(`/services/rest/v1${path}`, { headers: { authorization: `bearer ${token}` } });
	const create = async (code: string, items?: readonly object[], more?: object) =>
		await post('/oms/saleOrder/create', saleOrder(code, items, more));
	const order = async (code: string) => await post('/oms/saleorder/get', { code });
	const renew = async () => {
		token = String((await signIn()).body.access_token);
	};
	return { sandbox, url, fetched, login, signIn, renew, post, get, create, order };
};

export type Tenant = Awaited<ReturnType<typeof openTenant>>;
