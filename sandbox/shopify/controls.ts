import { z } from 'zod';
import type { Controls } from '../controls';
import * as drafts from './drafts';
import type { ShopifySandbox } from './types';

/** Global id or name of an order. */
const withId = { id: z.string() };

/** What a test, the demo or a person may do behind the app's back: method, path below `/__sandbox/`, JSON body. */
export const controls: Controls<ShopifySandbox> = {
	'GET state': (sandbox) => sandbox.state(),
	'GET calls': (sandbox, _, { since }) => sandbox.calls(Number(since ?? 0)),
	'GET order': (sandbox, _, { id }) => sandbox.order(id ?? ''),
	'GET stock': (sandbox) => sandbox.stock(),
	'GET clock': ({ clock }) => ({ now: clock.now() }),
	'GET credential': ({ credential }) => credential,
	'GET deliveries': (sandbox) => sandbox.deliveries(),
	'POST products': (sandbox, body) =>
		sandbox.seed(z.strictObject({ products: z.array(drafts.productDraft) }).parse(body).products),
	'POST orders': (sandbox, body) =>
		sandbox.place(z.strictObject({ orders: z.array(drafts.orderDraft) }).parse(body).orders),
	'POST orders/edit': (sandbox, body) => {
		const { id, ...edit } = drafts.orderEdit.extend(withId).parse(body);
		return sandbox.edit(id, edit);
	},
	'POST orders/fulfil': (sandbox, body) => {
		const { id, ...fulfilment } = drafts.fulfilment.extend(withId).parse(body);
		return sandbox.fulfil(id, fulfilment);
	},
	'POST orders/track': (sandbox, body) => {
		const { id, ...edit } = drafts.trackingEdit.extend(withId).parse(body);
		return sandbox.track(id, edit);
	},
	'POST orders/progress': (sandbox, body) => {
		const { id, ...progress } = drafts.progress.extend(withId).parse(body);
		return sandbox.progress(id, progress);
	},
	'POST orders/unfulfil': (sandbox, body) => {
		const { id, fulfilment } = z
			.strictObject({ ...withId, fulfilment: z.string().optional() })
			.parse(body);
		return sandbox.unfulfil(id, fulfilment);
	},
	'POST orders/remove': (sandbox, body) => {
		const { id, ...removal } = drafts.removal.extend(withId).parse(body);
		return sandbox.remove(id, removal);
	},
	'POST orders/cancel': (sandbox, body) => {
		const { id, ...cancellation } = drafts.cancellation.extend(withId).parse(body);
		return sandbox.cancel(id, cancellation);
	},
	'POST stock': (sandbox, body) =>
		sandbox.setStock(z.strictObject({ counts: z.array(drafts.stockDraft) }).parse(body).counts),
	'POST stock/adjust': (sandbox, body) =>
		sandbox.adjustStock(z.strictObject({ deltas: z.array(drafts.stockDelta) }).parse(body).deltas),
	'POST clock': ({ clock }, body) => ({
		now: clock.advance(z.strictObject({ advanceMs: z.number().min(0) }).parse(body).advanceMs),
	}),
	'POST faults': (sandbox, body) => sandbox.setFaults(drafts.shopifyFaults.parse(body)),
	'POST locations': (sandbox, body) =>
		sandbox.setLocations(
			z.strictObject({ locations: z.array(drafts.location) }).parse(body).locations,
		),
	'POST shop': (sandbox, body) => sandbox.setShop(drafts.shop.partial().parse(body)),
	'POST scopes': (sandbox, body) =>
		sandbox.setScopes(z.strictObject({ scopes: z.array(z.string()) }).parse(body).scopes),
	'POST expire-tokens': (sandbox) => sandbox.expireTokens(),
	'POST deliveries/again': (sandbox, body) =>
		sandbox.sendAgain(z.strictObject({ webhookId: z.string().optional() }).parse(body).webhookId),
	'POST reset': (sandbox) => sandbox.reset(),
};
