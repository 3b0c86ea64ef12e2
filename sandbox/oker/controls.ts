import { z } from 'zod';
import type { Controls } from '../controls';
import * as drafts from './drafts';
import type { OkerSandbox } from './types';

const withId = { id: z.string() };

/** What a test, the demo or a person may do behind the gateway's back: method, path below `/__sandbox/`, JSON body. */
export const controls: Controls<OkerSandbox> = {
	'GET state': (sandbox) => sandbox.state(),
	'GET calls': (sandbox, _, { since }) => sandbox.calls(Number(since ?? 0)),
	'GET order': (sandbox, _, { id }) => sandbox.order(id ?? ''),
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
	'POST orders/hold': (sandbox, body) => {
		const { id, onHold } = drafts.hold.extend(withId).parse(body);
		return sandbox.hold(id, onHold);
	},
	'POST orders/cancel': (sandbox, body) => {
		const { id, ...cancellation } = drafts.cancellation.extend(withId).parse(body);
		return sandbox.cancel(id, cancellation);
	},
	'POST products': (sandbox, body) =>
		sandbox.seed(z.strictObject({ products: z.array(drafts.productDraft) }).parse(body).products),
	'POST warehouses': (sandbox, body) =>
		sandbox.setWarehouses(
			z.strictObject({ warehouses: z.array(drafts.warehouse) }).parse(body).warehouses,
		),
	'POST permissions': (sandbox, body) => sandbox.forbid(drafts.permissions.parse(body).forbidden),
	'POST clock': ({ clock }, body) => ({
		now: clock.advance(z.strictObject({ advanceMs: z.number().min(0) }).parse(body).advanceMs),
	}),
	'POST faults': (sandbox, body) => sandbox.setFaults(drafts.okerFaults.parse(body)),
	'POST expire-tokens': (sandbox, body) => sandbox.expireTokens(drafts.expiry.parse(body).username),
	'POST reset': (sandbox) => sandbox.reset(),
};
