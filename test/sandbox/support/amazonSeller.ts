import { amazonSandbox } from '../../../sandbox/amazonSellerFlex';
import type { AmazonOptions, AmazonShipmentDraft } from '../../../sandbox/amazonSellerFlex/types';
import { serve } from '../../../sandbox/serve';

export const startAt = Date.parse('2026-03-02T10:00:00Z');

export const root = '/externalFulfillment/2024-09-11/shipments';

interface ApiError {
	readonly code: string;
	readonly message: string;
	readonly details?: string;
}

interface Label {
	readonly packageId: string;
	readonly status: string;
	readonly shipLabelMetadata: { readonly trackingId: string };
	readonly fileData: { readonly url: string };
}

/** The parts of an answer that tests look at; only some are in any one. */
export interface Body {
	readonly errors?: readonly ApiError[];
	readonly shipments: readonly {
		readonly id: string;
		readonly packages?: unknown;
		readonly lineItems: readonly { readonly cancellations: readonly unknown[] }[];
	}[];
	readonly pagination?: { readonly nextToken: string };
	readonly packageShipLabelList: readonly Label[];
	readonly feeds: readonly { readonly feedId: string }[];
	readonly access_token: string;
	readonly refresh_token: string;
	readonly url: string;
	readonly [field: string]: unknown;
}

const read = async (response: Response) => {
	const text = await response.text();
	const isJson = response.headers.get('content-type')?.startsWith('application/json');
	const body: Body = JSON.parse(isJson ? text : '{}');
	return { status: response.status, headers: response.headers, text, body };
};

export type Answer = Awaited<ReturnType<typeof read>>;

/** A sandbox on a socket and a seller's client of it: real HTTP, nothing of the package. Without quotas, unless told. */
export const openSeller = async (options: AmazonOptions = {}) => {
	const sandbox = amazonSandbox({ startAt, quotas: null, ...options });
	const { url, close } = await serve(sandbox);
	const { clientId, clientSecret, refreshToken } = sandbox.credential;
	const fetched = async (path: string, init: RequestInit = {}) =>
		await read(await fetch(new URL(path, url), { redirect: 'manual', ...init }));
	const login = async (over: Readonly<Record<string, string>> = {}) =>
		await fetched('/auth/o2/token', {
			method: 'POST',
			body: new URLSearchParams({
				grant_type: 'refresh_token',
				refresh_token: refreshToken,
				client_id: clientId,
				client_secret: clientSecret,
				...over,
			}),
		});
	let token = String((await login()).body.access_token);
	const ask = async (method: string, path: string, body?: unknown) =>
		await fetched(path, {
			method,
			headers: {
				'x-amz-access-token': token,
				...(body !== undefined && { 'content-type': 'application/json' }),
			},
			body: body === undefined ? undefined : JSON.stringify(body),
		});
	const control = async (path: string, body: unknown = {}) =>
		await fetched(`/__sandbox/${path}`, { method: 'POST', body: JSON.stringify(body) });
	const place = (draft: Partial<AmazonShipmentDraft> = {}) => {
		const [placed] = sandbox.place([
			{ lines: [{ sku: 'ABAYA-M', quantity: 2, price: 105 }], ...draft },
		]);
		return placed?.id ?? '';
	};
	return {
		sandbox,
		url,
		close,
		fetched,
		login,
		ask,
		control,
		place,
		token: () => token,
		async renew() {
			token = String((await login()).body.access_token);
		},
	};
};

export type Seller = Awaited<ReturnType<typeof openSeller>>;

/** Status and code of a refusal. */
export const refusal = ({ status, body }: Answer) => [status, body.errors?.[0]?.code];

export const list = async (seller: Seller, query: Readonly<Record<string, string>>) =>
	await seller.ask('GET', `${root}?${new URLSearchParams(query)}`);

export const idsOf = ({ body }: Answer): readonly string[] => body.shipments.map(({ id }) => id);

/** A package of these units by line. */
export const box = (id: string, contents: Readonly<Record<string, number>>, over: object = {}) => {
	const cm = (value: string) => ({ value, dimensionUnit: 'CM' });
	return {
		id,
		dimensions: { length: cm('30.0'), width: cm('20'), height: cm('10.5') },
		weight: { value: '750', weightUnit: 'G' },
		packageLineItems: Object.entries(contents).map(([packageLineItemId, quantity]) => ({
			packageLineItemId,
			quantity,
		})),
		...over,
	};
};

/** The steps of a shipment, each the call that takes it there. */
export const steps = (seller: Seller, id: string) => ({
	confirm: async () => await seller.ask('POST', `${root}/${id}?operation=CONFIRM`),
	reject: async (body: unknown) => await seller.ask('POST', `${root}/${id}?operation=REJECT`, body),
	pack: async (...packages: readonly object[]) =>
		await seller.ask('POST', `${root}/${id}/packages`, { packages }),
	repack: async (packageId: string, body: object) =>
		await seller.ask('PUT', `${root}/${id}/packages/${packageId}`, body),
	slot: async (packageId: string) =>
		await seller.ask('GET', `${root}/${id}/shippingOptions?packageId=${packageId}`),
	invoice: async (method: 'POST' | 'GET' = 'POST') =>
		await seller.ask(method, `${root}/${id}/invoice`),
	label: async (operation = 'GENERATE', body?: object) =>
		await seller.ask('PUT', `${root}/${id}/shipLabels?operation=${operation}`, body),
	ship: async (packageId: string) =>
		await seller.ask('PATCH', `${root}/${id}/packages/${packageId}?status=SHIPPED`),
	status: () => seller.sandbox.shipment(id).status,
});
