import { z } from 'zod';
import type { Controls } from '../controls';
import * as drafts from './drafts';
import type { OmnifulSandbox } from './types';

/** Either id of an order. */
const withOrder = { order: z.string() };

/** What a test, the demo or a person may do behind the API's back: method, path below `/__sandbox/`, JSON body. */
export const controls: Controls<OmnifulSandbox> = {
	'GET state': (sandbox) => sandbox.state(),
	'GET calls': (sandbox, _, { since }) => sandbox.calls(Number(since ?? 0)),
	'GET order': (sandbox, _, { order }) => sandbox.order(order ?? ''),
	'GET stock': (sandbox) => sandbox.stock(),
	'GET deliveries': (sandbox) => sandbox.deliveries(),
	'GET clock': ({ clock }) => ({ now: clock.now() }),
	'GET credential': ({ credential, tenantCredential, webhookSecret }) => ({
		...{ seller: credential, tenant: tenantCredential, webhookSecret },
	}),
	'POST skus': (sandbox, body) =>
		sandbox.seed(z.strictObject({ skus: z.array(drafts.skuDraft) }).parse(body).skus),
	'POST orders': (sandbox, body) =>
		sandbox.place(z.strictObject({ orders: z.array(drafts.orderDraft) }).parse(body).orders),
	'POST orders/route': (sandbox) => sandbox.route(),
	'POST orders/advance': (sandbox, body) => {
		const { order, ...advance } = drafts.advance.extend(withOrder).parse(body);
		return sandbox.advance(order, advance);
	},
	'POST orders/hold': (sandbox, body) => {
		const { order, ...hold } = drafts.hold.extend(withOrder).parse(body);
		return sandbox.hold(order, hold);
	},
	'POST orders/release': (sandbox, body) =>
		sandbox.release(z.strictObject(withOrder).parse(body).order),
	'POST orders/cancel': (sandbox, body) => {
		const { order, ...cancellation } = drafts.cancellation.extend(withOrder).parse(body);
		return sandbox.cancel(order, cancellation);
	},
	'POST orders/edit': (sandbox, body) => {
		const { order, ...edit } = drafts.edit.extend(withOrder).parse(body);
		return sandbox.edit(order, edit);
	},
	'POST stock': (sandbox, body) =>
		sandbox.setStock(z.strictObject({ counts: z.array(drafts.stockDraft) }).parse(body).counts),
	'POST hubs': (sandbox, body) =>
		sandbox.setHubs(z.strictObject({ hubs: z.array(drafts.hub) }).parse(body).hubs),
	'POST settings': (sandbox, body) => sandbox.set(drafts.settings.parse(body)),
	'POST deliveries/again': (sandbox) => sandbox.sendAgain(),
	'POST clock': ({ clock }, body) => ({
		now: clock.advance(z.strictObject({ advanceMs: z.number().min(0) }).parse(body).advanceMs),
	}),
	'POST faults': (sandbox, body) => sandbox.setFaults(drafts.omnifulFaults.parse(body)),
	'POST expire-tokens': (sandbox) => sandbox.expireTokens(),
	'POST reset': (sandbox) => sandbox.reset(),
};
