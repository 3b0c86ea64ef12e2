import { z } from 'zod';
import type { Controls } from '../controls';
import { faultSettings } from '../faults';
import * as drafts from './drafts';
import type { IkasSandbox } from './types';

const withId = { id: z.string() };
const cancellation = z.strictObject({
	...withId,
	lines: z.array(drafts.cancelledLine).optional(),
	restock: z.boolean().optional(),
});
const grant = z.strictObject({ scopes: z.array(z.string()), clientId: z.string().optional() });

/** What a test, the demo or a person may do behind the shop's back: method, path below `/__sandbox/`, JSON body. */
export const controls: Controls<IkasSandbox> = {
	'GET state': (sandbox) => sandbox.state(),
	'GET calls': (sandbox, _, { since }) => sandbox.calls(Number(since ?? 0)),
	'GET order': (sandbox, _, { id }) => sandbox.order(id ?? ''),
	'GET stock': (sandbox) => sandbox.stock(),
	'GET clock': ({ clock }) => ({ now: clock.now() }),
	'GET credential': ({ credential }) => credential,
	'POST orders': (sandbox, body) =>
		sandbox.place(z.strictObject({ orders: z.array(drafts.orderDraft) }).parse(body).orders),
	'POST orders/edit': (sandbox, body) => {
		const { id, ...edit } = drafts.orderEdit.extend(withId).parse(body);
		return sandbox.edit(id, edit);
	},
	'POST orders/advance': (sandbox, body) => {
		const { id, ...advance } = drafts.orderAdvance.extend(withId).parse(body);
		return sandbox.advance(id, advance);
	},
	'POST orders/cancel': (sandbox, body) => {
		const { id, lines, restock } = cancellation.parse(body);
		return sandbox.cancel(id, lines, restock);
	},
	'POST products': (sandbox, body) =>
		sandbox.seed(z.strictObject({ products: z.array(drafts.productDraft) }).parse(body).products),
	'POST stock': (sandbox, body) =>
		sandbox.setStock(z.strictObject({ counts: z.array(drafts.stockDraft) }).parse(body).counts),
	'POST clock': ({ clock }, body) => ({
		now: clock.advance(z.strictObject({ advanceMs: z.number().min(0) }).parse(body).advanceMs),
	}),
	'POST faults': (sandbox, body) => sandbox.setFaults(faultSettings.parse(body)),
	'POST locations': (sandbox, body) =>
		sandbox.setLocations(
			z.strictObject({ locations: z.array(drafts.location) }).parse(body).locations,
		),
	'POST merchant': (sandbox, body) => sandbox.setMerchant(drafts.merchant.partial().parse(body)),
	'POST scopes': (sandbox, body) => {
		const { scopes, clientId } = grant.parse(body);
		sandbox.setScopes(scopes, clientId);
	},
	'POST expire-tokens': (sandbox, body) =>
		sandbox.expireTokens(z.strictObject({ clientId: z.string().optional() }).parse(body).clientId),
	'POST reset': (sandbox) => sandbox.reset(),
};
