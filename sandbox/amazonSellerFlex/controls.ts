import { z } from 'zod';
import type { Controls } from '../controls';
import * as drafts from './drafts';
import type { AmazonSandbox } from './types';

const withId = { id: z.string() };

const consent = z.strictObject({
	state: z.string().optional(),
	redirectUri: z.string().optional(),
});

/** What a test, the demo or a person may do behind Amazon's back: method, path below `/__sandbox/`, JSON body. */
export const controls: Controls<AmazonSandbox> = {
	'GET state': (sandbox) => sandbox.state(),
	'GET calls': (sandbox, _, { since }) => sandbox.calls(Number(since ?? 0)),
	'GET order': (sandbox, _, { id }) => sandbox.shipment(id ?? ''),
	'GET stock': (sandbox) => sandbox.stock(),
	'GET clock': ({ clock }) => ({ now: clock.now() }),
	'GET credential': ({ credential }) => credential,
	'POST authorise': (sandbox, body) => sandbox.authorise(consent.parse(body)),
	'POST orders': (sandbox, body) =>
		sandbox.place(z.strictObject({ orders: z.array(drafts.shipmentDraft) }).parse(body).orders),
	'POST orders/advance': (sandbox, body) => {
		const { id, ...advance } = drafts.shipmentAdvance.extend(withId).parse(body);
		return sandbox.advance(id, advance);
	},
	'POST orders/cancel': (sandbox, body) => {
		const { id, ...cancellation } = drafts.cancellation.extend(withId).parse(body);
		return sandbox.cancel(id, cancellation);
	},
	'POST products': (sandbox, body) =>
		sandbox.seed(z.strictObject({ products: z.array(drafts.productDraft) }).parse(body).products),
	'POST clock': ({ clock }, body) => ({
		now: clock.advance(z.strictObject({ advanceMs: z.number().min(0) }).parse(body).advanceMs),
	}),
	'POST faults': (sandbox, body) => sandbox.setFaults(drafts.amazonFaults.parse(body)),
	'POST locations': (sandbox, body) =>
		sandbox.setLocations(
			z.strictObject({ locations: z.array(drafts.location) }).parse(body).locations,
		),
	'POST grants': (sandbox, body) => sandbox.setGrants(drafts.grants.partial().strict().parse(body)),
	'POST expire-tokens': (sandbox) => sandbox.expireTokens(),
	'POST reset': (sandbox) => sandbox.reset(),
};
