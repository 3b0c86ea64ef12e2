import { serve } from '../../../sandbox/serve';
import { theIconicSandbox } from '../../../sandbox/theIconic';
import type { IconicOptions, IconicOrderDraft } from '../../../sandbox/theIconic/types';

export const startAt = Date.parse('2026-03-02T10:00:00Z');

type Row = Readonly<Record<string, unknown>>;

/** The parts of an answer that tests look at; only some are in any one. */
export interface Body {
	readonly items?: readonly Row[];
	readonly pagination?: Row;
	readonly orderItemIds?: readonly number[];
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

export type Answer = Awaited<ReturnType<typeof read>>;

const open = new Set<() => Promise<void>>();

/** Closes all that a test has opened, also when it has failed half way. */
export const closeSellers = async () => {
	for (const close of open) await close();
	open.clear();
};

export type Query = Readonly<Record<string, string | number | readonly (string | number)[]>>;

/** As clients write it: lists once per value. */
export const queryText = (query: Query) =>
	new URLSearchParams(
		Object.entries(query).flatMap(([name, value]) =>
			[value].flat().map((one): [string, string] => [name, String(one)]),
		),
	).toString();

/** A sandbox on a socket and a seller's client of it: real HTTP, nothing of the package. Without quota, unless told. */
export const openSeller = async (options: IconicOptions = {}) => {
	const sandbox = theIconicSandbox({ startAt, quota: null, ...options });
	const { url, close } = await serve(sandbox);
	open.add(close);
	const fetched = async (path: string, init: RequestInit = {}) =>
		await read(await fetch(`${url}${path}`, init));
	const { clientId, clientSecret } = sandbox.credential;
	const basic = (id: string, secret: string) =>
		`Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`;
	const signIn = async (id = clientId, secret = clientSecret) =>
		await fetched('/oauth/client-credentials', {
			method: 'POST',
			headers: { authorization: basic(id, secret) },
			body: new URLSearchParams({ grant_type: 'client_credentials' }),
		});
	let token = String((await signIn()).body.access_token);
	const bearer = () => ({ authorization: `Bearer ${token}` });
	const get = async (path: string, query: Query = {}) =>
		await fetched(`${path}?${queryText(query)}`, { headers: bearer() });
	const send = async (method: string, path: string, body: unknown) =>
		await fetched(path, {
			method,
			headers: { ...bearer(), 'content-type': 'application/json' },
			body: JSON.stringify(body),
		});
	const post = async (path: string, body: unknown) => await send('POST', path, body);
	const control = async (path: string, body: unknown = {}) =>
		await fetched(`/__sandbox/${path}`, { method: 'POST', body: JSON.stringify(body) });
	return {
		sandbox,
		url,
		fetched,
		bearer,
		signIn,
		get,
		post,
		put: async (path: string, body: unknown) => await send('PUT', path, body),
		control,
		list: async (query: Query = {}) => await get('/v2/orders', { limit: 100, offset: 0, ...query }),
		/** `POST /v2/orders/statuses/set-to-…`. */
		setTo: async (status: string, body: unknown) =>
			await post(`/v2/orders/statuses/set-to-${status}`, body),
		/** An order of two dresses and a belt, with the ids of its items. */
		place: (draft: Partial<IconicOrderDraft> = {}) => {
			const lines = [{ sku: 'DRESS', quantity: 2, price: 110 }, { sku: 'BELT' }];
			const [order] = sandbox.place([{ lines, ...draft }]);
			const id = order?.id ?? '';
			return { id, number: order?.number ?? '', items: order?.items.map((item) => item.id) ?? [] };
		},
		async renew() {
			token = String((await signIn()).body.access_token);
		},
		letPass: async (ms: number) => await control('clock', { advanceMs: ms }),
	};
};

export type Seller = Awaited<ReturnType<typeof openSeller>>;

/** Status and the code that the problem starts with; null for none. */
export const problemOf = ({ status, body }: Answer) => [
	status,
	/^E\d{3}/.exec(String(body.detail))?.[0] ?? null,
];

export const numbersOf = ({ body }: Answer) => body.items?.map(({ number }) => number) ?? [];

/** What a carrier of the sandbox wants. */
export const parcel = {
	deliveryType: 'dropship',
	shippingProvider: 'Australia Post',
	trackingNumber: 'AP-1',
} as const;

/** The calls that send items off; all of them in one package. */
export const steps = (seller: Seller, items: readonly number[]) => ({
	pack: async (over: object = {}) =>
		await seller.setTo('packed-by-marketplace', {
			orderItems: items.map((orderItemId) => ({ orderItemId })),
			...parcel,
			...over,
		}),
	ready: async (over: object = {}) =>
		await seller.setTo('ready-to-ship', {
			orderItems: items.map((id) => ({ id })),
			...parcel,
			...over,
		}),
	ship: async () => await seller.setTo('shipped', { orderItemIds: items }),
	deliver: async () => await seller.setTo('delivered', { orderItemIds: items }),
	cancel: async (reason = 'Out of Stock') =>
		await seller.setTo('cancelled', { orderItemIds: items, reason }),
	statuses: () =>
		seller.sandbox
			.state()
			.orders.flatMap((order) => order.items)
			.filter(({ id }) => items.includes(id))
			.map(({ status }) => status),
	actions: () =>
		seller.sandbox
			.state()
			.orders.flatMap((order) => order.items)
			.find(({ id }) => id === items[0])?.actions ?? [],
});
