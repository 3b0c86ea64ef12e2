import { okerSandbox } from '../../../sandbox/oker';
import { basePath } from '../../../sandbox/oker/calls';
import { answerFaults, described } from '../../../sandbox/oker/contract';
import type { OkerOptions, OkerOrderDraft } from '../../../sandbox/oker/types';
import { serve } from '../../../sandbox/serve';

export const startAt = Date.parse('2026-03-02T10:00:00Z');

type Row = Readonly<Record<string, unknown>>;

/** The parts of an answer that tests look at; only some are in any one. */
export interface Body {
	readonly status?: string;
	readonly code?: string;
	readonly message?: string;
	readonly accessToken?: string;
	readonly orders?: readonly Row[];
	readonly products?: readonly Row[];
	readonly orderItems?: readonly Row[];
	readonly failedProductList?: readonly Row[];
	readonly [field: string]: unknown;
}

const read = async (response: Response) => {
	const bytes = Buffer.from(await response.arrayBuffer());
	const text = bytes.toString('utf8');
	const isJson = response.headers.get('content-type')?.startsWith('application/json') ?? false;
	const body: Body = isJson ? JSON.parse(text) : {};
	return { status: response.status, headers: response.headers, text, body, bytes };
};

export type Answer = Awaited<ReturnType<typeof read>>;

const open = new Set<() => Promise<void>>();

/** Closes all that a test has opened, also when it has failed half way. */
export const closeSellers = async () => {
	for (const close of open) await close();
	open.clear();
};

export type Query = Readonly<Record<string, string | number>>;

/**
 * A gateway on a socket and a seller's client of it: real HTTP, nothing of the package. Every JSON answer is held against the
 * contract's document. Without quota, and with courier and label at once, unless told.
 */
export const openSeller = async (options: OkerOptions = {}) => {
	const sandbox = okerSandbox({ startAt, quota: null, courierMs: 0, labelMs: 0, ...options });
	const { url, close } = await serve(sandbox);
	open.add(close);
	const fetched = async (path: string, init: RequestInit = {}) =>
		await read(await fetch(`${url}${path}`, init));
	/** Of the contract's operation; what is not as the document says fails the test. */
	const called = async (method: string, path: string, init: RequestInit, query: Query = {}) => {
		const texts = Object.entries(query).map(([name, value]): [string, string] => [
			name,
			String(value),
		]);
		const asked = texts.length === 0 ? path : `${path}?${new URLSearchParams(texts).toString()}`;
		const answer = await fetched(`${basePath}${asked}`, { method, ...init });
		const operation = described.find((one) => one.method === method && one.path === path);
		const isJson = answer.headers.get('content-type')?.startsWith('application/json');
		if (operation && isJson) {
			expect(answerFaults(operation, answer.status, JSON.parse(answer.text))).toEqual([]);
		}
		return answer;
	};
	const json = { 'content-type': 'application/json' };
	const signIn = async (credential: object = sandbox.credential) =>
		await called('POST', '/authToken', { headers: json, body: JSON.stringify(credential) });
	let token = '';
	const renew = async () => {
		token = String((await signIn()).body.accessToken);
	};
	if (options.signIn !== 'get') await renew();
	const get = async (
		path: string,
		query: Query = {},
		headers: Readonly<Record<string, string>> = {},
	) => await called('GET', path, { headers: { apiKey: token, ...headers } }, query);
	const post = async (path: string, body: unknown, key?: string) =>
		await called('POST', path, {
			headers: { ...json, apiKey: token, ...(key !== undefined && { 'Idempotency-Key': key }) },
			body: JSON.stringify(body),
		});
	const control = async (path: string, body: unknown = {}) =>
		await fetched(`/__sandbox/${path}`, { method: 'POST', body: JSON.stringify(body) });
	return {
		sandbox,
		url,
		called,
		signIn,
		renew,
		get,
		post,
		control,
		list: async (query: Query = {}) =>
			await get('/orders', { orderDateFrom: '2026-03-01T00:00:00+05:30', ...query }),
		/** An order of two tees and a scarf. */
		place: (draft: Partial<OkerOrderDraft> = {}) => {
			const lines = [{ sku: 'TEE', quantity: 2, price: 499 }, { sku: 'SCARF' }];
			const [order] = sandbox.place([{ lines, ...draft }]);
			if (order === undefined) throw new Error('the sandbox took no order');
			return order;
		},
		letPass: async (ms: number) => await control('clock', { advanceMs: ms }),
	};
};

export type Seller = Awaited<ReturnType<typeof openSeller>>;

export const idsOf = ({ body }: Answer) => body.orders?.map(({ id }) => id) ?? [];

/** Status and the code of the refusal; undefined for none. */
export const refusalIn = ({ status, body }: Answer) => [status, body.code];

/** The calls that send an order off as a whole. */
export const steps = (seller: Seller, id: string) => {
	const { items } = seller.sandbox.order(id);
	const all = items.map((item) => ({ orderItemId: item.id, quantity: item.quantity }));
	const orderItemIds = items.map((item) => item.id).join(',');
	return {
		all,
		orderItemIds,
		pack: async (over: object = {}, key?: string) =>
			await seller.post('/orders/pack', { orderId: id, orderItems: all, ...over }, key),
		invoice: async () => await seller.get('/invoiceDetails', { orderItemIds }),
		courier: async () => await seller.get('/courierDetails', { orderItemIds }),
		label: async (headers: Readonly<Record<string, string>> = {}) =>
			await seller.get('/orders/labels', { orderItemIds }, headers),
		dispatch: async (over: object = {}, key?: string) =>
			await seller.post('/orders/dispatch', { orderId: id, orderItems: all, ...over }, key),
		cancel: async (over: object = {}) =>
			await seller.post('/orders/cancel', {
				orderId: id,
				orderItems: items.map((item) => ({
					orderItemId: item.id,
					productId: item.productId,
					variantId: item.variantId,
					quantity: item.quantity,
				})),
				...over,
			}),
		now: () => seller.sandbox.order(id),
	};
};
