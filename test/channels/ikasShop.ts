import { epochMs, instant } from '../../domain/instant';
import { ikasSandbox } from '../../sandbox/ikas';
import type { IkasOptions, IkasSandbox } from '../../sandbox/ikas/types';
import { serve } from '../../sandbox/serve';
import { axiosHttp } from '../support/axiosHttp';
import type { Mishap, TestShop } from './testShop';

const faultOf = {
	tooMany: 'rate429',
	cutOff: 'cutOff',
	webPage: 'html',
	down: 'rate500',
	hangsUp: 'dropBefore',
} as const satisfies Record<Mishap, string>;

/** The pretend ikas on a port of its own. */
export async function ikasShop(
	options: IkasOptions = {},
): Promise<TestShop & { readonly sandbox: IkasSandbox }> {
	const sandbox = ikasSandbox({ quota: null, ...options });
	const { url, close } = await serve(sandbox);
	const { clientId, clientSecret } = sandbox.credential;
	return {
		sandbox,
		seller: axiosHttp(url, { clientId, clientSecret }),
		stranger: axiosHttp(url, { clientId, clientSecret: 'wrong' }),
		secrets: [clientSecret, 'eyJ', 'Bearer'],
		now: () => instant(sandbox.clock.now()),
		wait: (ms) => void sandbox.clock.advance(ms),
		place(count, { placedAt, revisedAt, isUnreadable } = {}) {
			const draft = {
				lines: [{ sku: 'ELBISE-38', quantity: 2 }],
				...(placedAt && { orderedAt: epochMs(placedAt) }),
				...(revisedAt && { updatedAt: epochMs(revisedAt) }),
				...(isUnreadable && { unreadable: 'fractionalQuantity' as const }),
			};
			return sandbox.place(Array.from({ length: count }, () => draft)).map(({ id }) => id);
		},
		touch: (id) => void sandbox.edit(id, {}),
		revisions: () =>
			new Map(sandbox.state().orders.map(({ id, updatedAt }) => [id, instant(updatedAt)])),
		spoil: (mishap, calls) => sandbox.setFaults({ [faultOf[mishap]]: 1, forTheNext: calls }),
		calls: () => sandbox.calls().filter(({ kind }) => kind === 'graphql').length,
		close,
	};
}
