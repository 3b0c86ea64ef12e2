import { z } from 'zod';
import type { Controls } from '../controls';
import * as drafts from './drafts';
import type { UniwareSandbox } from './types';

/** The code of a sale order. */
const withCode = { code: z.string() };

/** What a test, the demo or a person may do behind the API's back: method, path below `/__sandbox/`, JSON body. */
export const controls: Controls<UniwareSandbox> = {
	'GET state': (sandbox) => sandbox.state(),
	'GET calls': (sandbox, _, { since }) => sandbox.calls(Number(since ?? 0)),
	'GET order': (sandbox, _, { code }) => sandbox.order(code ?? ''),
	'GET stock': (sandbox) => sandbox.stock(),
	'GET clock': ({ clock }) => ({ now: clock.now() }),
	'GET credential': ({ credential }) => credential,
	'POST items': (sandbox, body) =>
		sandbox.seed(z.strictObject({ items: z.array(drafts.itemDraft) }).parse(body).items),
	'POST orders': (sandbox, body) =>
		sandbox.place(z.strictObject({ orders: z.array(drafts.orderDraft) }).parse(body).orders),
	'POST orders/allocate': (sandbox, body) =>
		sandbox.allocate(z.strictObject({ code: z.string().optional() }).parse(body).code),
	'POST orders/advance': (sandbox, body) => {
		const { code, ...advance } = drafts.advance.extend(withCode).parse(body);
		return sandbox.advance(code, advance);
	},
	'POST orders/track': (sandbox, body) => {
		const { code, ...tracking } = drafts.tracking.extend(withCode).parse(body);
		return sandbox.track(code, tracking);
	},
	'POST orders/split': (sandbox, body) => {
		const { code, ...split } = drafts.split.extend(withCode).parse(body);
		return sandbox.split(code, split);
	},
	'POST orders/edit': (sandbox, body) => {
		const { code, ...edit } = drafts.edit.extend(withCode).parse(body);
		return sandbox.edit(code, edit);
	},
	'POST orders/cancel': (sandbox, body) => {
		const { code, ...cancellation } = drafts.cancellation.extend(withCode).parse(body);
		return sandbox.cancel(code, cancellation);
	},
	'POST orders/send-back': (sandbox, body) => {
		const { code, ...courierReturn } = drafts.courierReturn.extend(withCode).parse(body);
		return sandbox.sendBack(code, courierReturn);
	},
	'POST returns/receive': (sandbox, body) =>
		sandbox.receive(z.strictObject(withCode).parse(body).code),
	'POST stock': (sandbox, body) =>
		sandbox.setStock(z.strictObject({ counts: z.array(drafts.stockDraft) }).parse(body).counts),
	'POST facilities': (sandbox, body) =>
		sandbox.setFacilities(
			z.strictObject({ facilities: z.array(drafts.facility).min(1) }).parse(body).facilities,
		),
	'POST permissions': (sandbox, body) => sandbox.forbid(drafts.permissions.parse(body).forbidden),
	'POST clock': ({ clock }, body) => ({
		now: clock.advance(z.strictObject({ advanceMs: z.number().min(0) }).parse(body).advanceMs),
	}),
	'POST faults': (sandbox, body) => sandbox.setFaults(drafts.uniwareFaults.parse(body)),
	'POST expire-tokens': (sandbox) => sandbox.expireTokens(),
	'POST reset': (sandbox) => sandbox.reset(),
};
