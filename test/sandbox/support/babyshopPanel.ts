import { babyshopSandbox } from '../../../sandbox/babyshop';
import type { BabyshopOptions, BabyshopOrderDraft } from '../../../sandbox/babyshop/types';
import { serve } from '../../../sandbox/serve';

/** 15:30 in India, 14:00 in Dubai. */
export const startAt = Date.parse('2026-03-02T10:00:00Z');

export const prefix = '/RestWS/api/sellerPanel/v3';

type Row = Readonly<Record<string, unknown>>;

/** The parts of an answer that tests look at; only some are in any one. */
export interface Body {
	readonly responseCode?: number;
	readonly apiKey?: string;
	readonly orderList?: readonly Row[] | null;
	readonly orders?: readonly (Row & { readonly orderItems: readonly Row[] })[] | null;
	readonly productList?: readonly Row[] | null;
	readonly skus?: readonly Row[] | null;
	readonly invoiceItems?: readonly Row[] | null;
	readonly invoiceNo?: string;
	readonly [field: string]: unknown;
}

const read = async (response: Response) => {
	const text = await response.text();
	const isJson = response.headers.get('content-type')?.startsWith('application/json');
	const body: Body = JSON.parse(isJson ? text : '{}');
	return { status: response.status, headers: response.headers, text, body };
};

export type Answer = Awaited<ReturnType<typeof read>>;

const open = new Set<() => Promise<void>>();

/** Closes all that a test has opened, also when it has failed half way. */
export const closePanels = async () => {
	for (const close of open) await close();
	open.clear();
};

/** A sandbox on a socket and a seller's client of it: real HTTP, nothing of the package. Without quota, unless told. */
export const openPanel = async (options: BabyshopOptions = {}) => {
	const sandbox = babyshopSandbox({ startAt, quota: null, ...options });
	const { url, close } = await serve(sandbox);
	open.add(close);
	const fetched = async (path: string, init: RequestInit = {}) =>
		await read(await fetch(`${url}${path}`, init));
	const signIn = async (given: Readonly<Record<string, string>> = {}) => {
		const { username, password } = sandbox.credential;
		const query = new URLSearchParams({ username, password, ...given });
		return await fetched(`${prefix}/authToken?${query}`);
	};
	let key = String((await signIn()).body.apiKey);
	/** As the operation wants it. */
	const ask = async (operation: string, body: unknown, apiKey = key) =>
		await fetched(`${prefix}/${operation}`, {
			method: 'POST',
			headers: { ApiKey: apiKey },
			body: new URLSearchParams({ RequestBody: JSON.stringify(body) }),
		});
	const control = async (path: string, body: unknown = {}) =>
		await fetched(`/__sandbox/${path}`, { method: 'POST', body: JSON.stringify(body) });
	/** The number of an order of two rompers and a stroller. */
	const place = (draft: Partial<BabyshopOrderDraft> = {}) => {
		const lines = [
			{ sku: 'BS-1', quantity: 2, price: 50 },
			{ sku: 'BS-2', quantity: 1, price: 200 },
		];
		return sandbox.place([{ lines, ...draft }])[0]?.number ?? '';
	};
	return {
		sandbox,
		url,
		fetched,
		signIn,
		ask,
		control,
		place,
		key: () => key,
		async renew() {
			key = String((await signIn()).body.apiKey);
		},
		letPass: async (ms: number) => await control('clock', { advanceMs: ms }),
	};
};

export type Panel = Awaited<ReturnType<typeof openPanel>>;

/** What an answer says went wrong; 0 for nothing. */
export const codeOf = ({ status, body }: Answer) => [status, body.responseCode];

export const numbersOf = ({ body }: Answer) => body.orderList?.map(({ orderNo }) => orderNo) ?? [];

/** The steps of an order, each the call that takes it there. */
export const steps = (panel: Panel, orderNo: string) => ({
	invoice: async (lines: readonly string[] = ['1', '2'], over: object = {}) =>
		await panel.ask('generateInvoice', {
			orderItemsList: lines.map((lineNo) => ({
				orderNo,
				lineNo,
				invoiceNo: '',
				transporterName: '',
				trackingNo: '',
				...over,
			})),
		}),
	read: async () => (await panel.ask('orderFetch', { orderNo: [orderNo] })).body.orders?.[0],
	ship: async (invNo: unknown, over: object = {}) =>
		await panel.ask('orderShipping', { shipDetails: [{ orderNo, invNo, ...over }] }),
	cancel: async () => await panel.ask('orderCancellation', { orderNo }),
	state: () => panel.sandbox.order(orderNo),
});

export const label = async (panel: Panel, invoiceNo: unknown, documentType = 'ShippingLabel') =>
	await panel.ask('fetchDocuments', { invoiceNo, documentType });
