import { z } from 'zod';
import type { Controls } from '../controls';
import * as drafts from './drafts';
import type { IconicSandbox } from './types';

/** The numeric id of an order, as a text. */
const withId = { id: z.string() };

/** What a test, the demo or a person may do behind the shop's back: method, path below `/__sandbox/`, JSON body. */
export const controls: Controls<IconicSandbox> = {
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
	'POST orders/cancel': (sandbox, body) => {
		const { id, ...cancellation } = drafts.cancellation.extend(withId).parse(body);
		return sandbox.cancel(id, cancellation);
	},
	'POST products': (sandbox, body) =>
		sandbox.seed(z.strictObject({ products: z.array(drafts.productDraft) }).parse(body).products),
	'POST stock': (sandbox, body) =>
		sandbox.setStock(z.strictObject({ counts: z.array(drafts.stockDraft) }).parse(body).counts),
	'POST providers': (sandbox, body) =>
		sandbox.setProviders(
			z.strictObject({ providers: z.array(drafts.provider) }).parse(body).providers,
		),
	'POST maintenance': (sandbox, body) => sandbox.maintain(drafts.maintenance.parse(body)),
	'POST permissions': (sandbox, body) => sandbox.forbid(drafts.permissions.parse(body).forbidden),
	'POST clock': ({ clock }, body) => ({
		now: clock.advance(z.strictObject({ advanceMs: z.number().min(0) }).parse(body).advanceMs),
	}),
	'POST faults': (sandbox, body) => sandbox.setFaults(drafts.iconicFaults.parse(body)),
	'POST expire-tokens': (sandbox, body) => sandbox.expireTokens(drafts.expiry.parse(body).clientId),
	'POST reset': (sandbox) => sandbox.reset(),
};
