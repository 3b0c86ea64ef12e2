import { onTheWire } from './answers';
import { sandboxClock } from './clock';
import { control, isControl } from './controls';
import { notFound } from './shopify/answers';
import { callOf } from './shopify/calls';
import { controls } from './shopify/controls';
import * as desk from './shopify/desk';
import * as shipping from './shopify/deskShipping';
import { playCall } from './shopify/playCall';
import { removedInAdmin } from './shopify/removing';
import { orderState, productState, stateOf, stockStates } from './shopify/state';
import { counted, nudged } from './shopify/stockCounts';
import type { ShopifyOptions, ShopifySandbox } from './shopify/types';
import { world } from './shopify/world';
import type { SandboxRequest } from './wire';

/** A pretend Shopify, Admin GraphQL API, as far as the hub uses it: reference/shopify.md tells what it plays. */
export const shopifySandbox = (options: ShopifyOptions = {}): ShopifySandbox => {
	const clock = sandboxClock(options.startAt, options.timeScale);
	let current = world(options, clock);
	/** The world, with all that is due by now. */
	const settled = () => {
		current.jobs.settle();
		current.bulk.settle();
		return current;
	};
	const respond = async (request: SandboxRequest) => {
		const now = clock.now();
		settled();
		if (isControl(request)) return onTheWire(control(controls, sandbox, request), now);
		const call = callOf(current, request);
		return call ? await playCall(current, call, now) : onTheWire(notFound(), now);
	};
	const named = (id: string) => settled().orders.named(id);
	const shown = ({ id }: { readonly id: string }) => orderState(current.orders.named(id));
	const sandbox: ShopifySandbox = {
		clock,
		credential: current.credential,
		handle: respond,
		seed(products) {
			for (const product of products) current.catalog.check(product);
			return products.map((product) => productState(current.catalog.seed(product)));
		},
		place: (orders) => orders.map((draft) => shown(desk.placed(settled(), draft))),
		edit: (id, edit) => shown(desk.edited(current, named(id).order, edit)),
		fulfil: (id, fulfilment = {}) =>
			shown(shipping.fulfilled(current, named(id).order, fulfilment)),
		track: (id, edit) => shown(shipping.tracked(current, named(id).order, edit)),
		progress: (id, progress) => shown(shipping.progressed(current, named(id).order, progress)),
		unfulfil: (id, fulfilment) => shown(shipping.unfulfilled(current, named(id).order, fulfilment)),
		remove: (id, removal) => shown(removedInAdmin(current, named(id).order, removal)),
		cancel: (id, cancellation = {}) =>
			shown(shipping.cancelledInAdmin(current, named(id).order, cancellation)),
		order: (id) => orderState(named(id)),
		setStock: (counts) => counted(settled(), counts),
		adjustStock: (deltas) => nudged(settled(), deltas),
		stock: () => stockStates(settled()),
		state: () => stateOf(settled()),
		calls: (since = 0) => current.log.since(since),
		setFaults(faults) {
			current.faults.set(faults);
			current.mishaps.set(faults);
		},
		setLocations: (locations) => current.places.set(locations),
		setShop(shop) {
			current.settings.shop = { ...current.settings.shop, ...shop };
		},
		setScopes(scopes) {
			current.settings.scopes = scopes;
		},
		expireTokens: () => current.tokens.expire(),
		issuedTokens: () => current.tokens.all(),
		deliveries: () => current.webhooks.state(),
		sendAgain: (webhookId) => current.webhooks.again(webhookId),
		reset() {
			current.webhooks.stop();
			current = world(options, clock);
		},
	};
	return sandbox;
};
