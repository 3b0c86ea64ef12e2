import { onTheWire } from './answers';
import { sandboxClock } from './clock';
import { control, isControl } from './controls';
import { refusalReply } from './theIconic/answers';
import { advanced } from './theIconic/advancing';
import { callOf } from './theIconic/calls';
import { cancelledInShop } from './theIconic/cancelling';
import { controls } from './theIconic/controls';
import { edited } from './theIconic/editing';
import { playCall } from './theIconic/playCall';
import { notFound } from './theIconic/refused';
import { productState, stateOf } from './theIconic/state';
import type { IconicOptions, IconicSandbox } from './theIconic/types';
import { world } from './theIconic/world';
import type { SandboxRequest } from './wire';

/** A pretend Seller Center of The Iconic, REST v2, as far as the hub uses it: reference/the-iconic-sellercenter.md tells what it plays. */
export const theIconicSandbox = (options: IconicOptions = {}): IconicSandbox => {
	const clock = sandboxClock(options.startAt, options.timeScale);
	let current = world(options, clock);
	/** The world, with all that is due by now. */
	const settled = () => {
		current.orders.settle();
		current.feeds.settle();
		return current;
	};
	const respond = async (request: SandboxRequest) => {
		const now = clock.now();
		settled();
		if (isControl(request)) return onTheWire(control(controls, sandbox, request), now);
		const call = callOf(current, request);
		return call
			? await playCall(current, call, now)
			: onTheWire(refusalReply(notFound(request.path)), now);
	};
	const sandbox: IconicSandbox = {
		clock,
		credential: current.credential,
		handle: respond,
		place(orders) {
			for (const draft of orders) current.orders.check(draft);
			return orders.map(settled().orders.place);
		},
		edit: (id, edit) =>
			settled().orders.change(id, { what: 'edited', by: 'panel' }, (order, { now }) =>
				edited(order, edit, now),
			),
		advance: (id, advance) =>
			settled().orders.change(id, { what: 'advanced', by: 'panel' }, (order, context) =>
				advanced(order, advance, context),
			),
		cancel: (id, cancellation = {}) =>
			settled().orders.change(id, { what: 'cancelled', by: 'panel' }, (order) =>
				cancelledInShop(order, cancellation),
			),
		order: (id) => settled().orders.state(id),
		seed: (products) =>
			products.map((draft) => productState(current, settled().catalog.seed(draft))),
		setStock(counts) {
			for (const { sku, quantity } of counts) settled().catalog.set(sku, quantity);
		},
		setProviders(providers) {
			current.settings.providers = providers;
		},
		maintain({ forMs }) {
			current.settings.maintainedUntil = clock.now() + forMs;
		},
		forbid(operations) {
			current.settings.forbidden = operations;
		},
		state: () => stateOf(settled()),
		calls: (since = 0) => current.log.since(since),
		setFaults: (faults) => current.faults.set(faults),
		expireTokens: (clientId) => current.tokens.expire(clientId),
		issuedTokens: () => current.tokens.all(),
		reset() {
			current = world(options, clock);
		},
	};
	return sandbox;
};
