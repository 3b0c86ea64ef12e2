import { z } from 'zod';
import { faultSettings } from '../faults';
import type { SandboxRequest } from '../wire';
import { type Answer, answer } from './answers';
import * as drafts from './drafts';
import type { IkasSandbox } from './types';

type Query = Readonly<Record<string, string>>;
type Control = (sandbox: IkasSandbox, body: unknown, query: Query) => unknown;

const withId = { id: z.string() };
const cancellation = z.strictObject({
	...withId,
	lines: z.array(drafts.cancelledLine).optional(),
	restock: z.boolean().optional(),
});
const grant = z.strictObject({ scopes: z.array(z.string()), clientId: z.string().optional() });

/** What a test, the demo or a person may do behind the shop's back: method, path below `/__sandbox/`, JSON body. */
const controls: Readonly<Record<string, Control>> = {
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

const jsonOf = (body: string): unknown => (body === '' ? {} : JSON.parse(body));

const prefix = '/__sandbox/';

export const isControl = ({ path }: SandboxRequest) => path.startsWith(prefix);

/** Nonsense is refused with 400 and the reason, and changes nothing. */
export const control = (sandbox: IkasSandbox, request: SandboxRequest): Answer => {
	const { method, path, query, body } = request;
	const act = controls[`${method} ${path.slice(prefix.length)}`];
	if (!act) return answer(404, { error: `no control ${method} ${path}` });
	try {
		return answer(200, act(sandbox, jsonOf(body), query) ?? { ok: true });
	} catch (error) {
		return answer(400, { error: error instanceof Error ? error.message : String(error) });
	}
};
