import { omnifulSandbox } from '../../../sandbox/omniful';
import type { OmnifulOptions } from '../../../sandbox/omniful/types';
import { serve } from '../../../sandbox/serve';

export const startAt = Date.parse('2026-03-02T10:00:00Z');

type Row = Readonly<Record<string, unknown>>;

/** The parts of an answer that tests look at; only some are in any one. */
export interface Body {
	readonly is_success?: boolean;
	readonly data?: unknown;
	readonly error?: { readonly message: string; readonly code?: string };
	readonly meta?: Row | null;
}

const open = new Set<() => Promise<void>>();

/** Closes all that a test has opened, also when it has failed half way. */
export const closeSellers = async () => {
	for (const close of open) await close();
	open.clear();
};

const address = { address1: '1 King Fahd Road', city: 'Riyadh', country: 'Saudi Arabia' };

/** An order that Omniful takes. */
export const orderOf = (order_id: string, more: object = {}) => ({
	order_id,
	order_alias: `#${order_id}`,
	hub_code: 'RUH',
	order_items: [{ sku_code: 'TEE-M', quantity: 2, selling_price: 55 }],
	billing_address: address,
	shipping_address: address,
	invoice: { currency: 'SAR', total: 110 },
	customer: { first_name: 'A.' },
	payment_method: 'prepaid',
	is_cash_on_delivery: false,
	type: 'b2c',
	...more,
});

/** A pretend seller with ten of TEE-M in RUH, and a caller that is signed in. */
export const openSeller = async (options: OmnifulOptions = {}) => {
	const omniful = omnifulSandbox({ startAt, ...options });
	omniful.seed([{ sku: 'TEE-M', stocks: { RUH: 10 } }, { sku: 'TEE-L' }]);
	const { url, close } = await serve(omniful);
	open.add(close);
	const base = `${url}/sales-channel/public`;
	const send = async (method: string, path: string, body?: unknown, token?: string) => {
		const response = await fetch(`${base}${path}`, {
			method,
			headers: {
				'content-type': 'application/json',
				...(token !== undefined && { authorization: `Bearer ${token}` }),
			},
			body: body === undefined ? undefined : JSON.stringify(body),
		});
		const answer: Body = JSON.parse(await response.text());
		return { status: response.status, headers: response.headers, ...answer };
	};
	const login = (refreshToken: string, of: 'seller' | 'tenant' = 'seller') => {
		const known = of === 'seller' ? omniful.credential : omniful.tenantCredential;
		return send('POST', of === 'seller' ? '/v1/token' : '/v1/tenants/token', {
			grant_type: 'refresh_token',
			refresh_token: refreshToken,
			client_id: known.clientId,
			client_secret: known.clientSecret,
		});
	};
	const tokensIn = ({ data }: Body) =>
		data as { access_token: string; refresh_token: string; expires_in: number };
	const tokens = tokensIn(await login(omniful.credential.refreshToken));
	return {
		...{ omniful, url, send, login, tokensIn, tokens },
		ask: (method: string, path: string, body?: unknown) =>
			send(method, path, body, tokens.access_token),
	};
};

export type Seller = Awaited<ReturnType<typeof openSeller>>;

/** The rows of a list. */
export const rowsIn = ({ data }: Body) => data as readonly Record<string, unknown>[];
