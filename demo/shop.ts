import type { Faults } from '../sandbox/faults';
import type {
	IkasCall,
	IkasState,
	OrderAdvance,
	OrderDraft,
	OrderEdit,
	OrderState,
} from '../sandbox/ikas/types';

/** The shop's side of the story, over the sandbox's control calls: customers order, edit and cancel. */
export const shopAt = (sandbox: string) => {
	const ask = async <Answer>(method: string, path: string, body?: object): Promise<Answer> => {
		const response = await fetch(`${sandbox}/__sandbox/${path}`, {
			method,
			headers: { 'content-type': 'application/json' },
			body: body && JSON.stringify(body),
		});
		const text = await response.text();
		if (!response.ok)
			throw new Error(`the sandbox answered ${response.status} to ${path}: ${text}`);
		return JSON.parse(text || 'null');
	};
	const calls = (since = 0) => ask<readonly IkasCall[]>('GET', `calls?since=${since}`);
	return {
		place: (orders: readonly OrderDraft[]) =>
			ask<readonly OrderState[]>('POST', 'orders', { orders }),
		edit: (id: string, edit: OrderEdit) => ask<OrderState>('POST', 'orders/edit', { id, ...edit }),
		advance: (id: string, to: OrderAdvance) =>
			ask<OrderState>('POST', 'orders/advance', { id, ...to }),
		cancel: (id: string) => ask<OrderState>('POST', 'orders/cancel', { id }),
		seed: (products: readonly object[]) => ask<void>('POST', 'products', { products }),
		/** What somebody types into the panel. */
		setStock: (counts: readonly object[]) => ask<void>('POST', 'stock', { counts }),
		faults: (faults: Faults) => ask<void>('POST', 'faults', faults),
		expireTokens: () => ask<void>('POST', 'expire-tokens', {}),
		locations: (locations: readonly object[]) => ask<void>('POST', 'locations', { locations }),
		now: async () => (await ask<{ now: number }>('GET', 'clock')).now,
		letPass: (minutes: number) => ask<void>('POST', 'clock', { advanceMs: minutes * 60_000 }),
		state: () => ask<IkasState>('GET', 'state'),
		calls,
		/** The number of the latest call that reached the channel. */
		lastCall: async () => (await calls()).at(-1)?.seq ?? 0,
	};
};

export type DemoShop = ReturnType<typeof shopAt>;
