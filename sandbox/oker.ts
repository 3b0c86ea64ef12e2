import { onTheWire } from './answers';
import { sandboxClock } from './clock';
import { control, isControl } from './controls';
import { advanced } from './oker/advancing';
import { reply } from './oker/answers';
import { callOf } from './oker/calls';
import { cancelledInShop } from './oker/cancelling';
import { controls } from './oker/controls';
import { playCall } from './oker/playCall';
import { stateOf } from './oker/state';
import type { OkerOptions, OkerSandbox } from './oker/types';
import { world } from './oker/world';
import type { SandboxRequest } from './wire';

/**
 * A pretend gateway in front of Oker, by docs/oker-connector.openapi.yaml: what the document leaves open is marked as a guess
 * where it is played.
 */
export const okerSandbox = (options: OkerOptions = {}): OkerSandbox => {
	const clock = sandboxClock(options.startAt, options.timeScale);
	let current = world(options, clock);
	const respond = async (request: SandboxRequest) => {
		const now = clock.now();
		if (isControl(request)) return onTheWire(control(controls, sandbox, request), now);
		const call = callOf(current, request);
		return call
			? await playCall(current, call, now)
			: onTheWire(reply(404, { message: `There is no ${request.method} ${request.path}` }), now);
	};
	const sandbox: OkerSandbox = {
		clock,
		credential: current.credential,
		handle: respond,
		place(orders) {
			for (const draft of orders) current.orders.check(draft);
			return orders.map(current.orders.place);
		},
		edit: (id, { address, overrides }) =>
			current.orders.change(id, { what: 'edited', by: 'customer' }, (order) => ({
				...order,
				...(address && { address: { ...order.address, ...address } }),
				...(overrides !== undefined && { overrides }),
			})),
		advance: (id, advance) =>
			current.orders.change(id, doingOf(advance.status), (order, context) =>
				advanced(order, advance, context),
			),
		hold: (id, isOnHold) =>
			current.orders.change(id, { what: 'held', by: 'marketplace' }, (order) => ({
				...order,
				isOnHold,
			})),
		cancel: (id, cancellation = {}) =>
			current.orders.change(id, { what: 'cancelled', by: cancellation.by ?? 'customer' }, (order) =>
				cancelledInShop(order, cancellation),
			),
		order: (id) => current.orders.state(id),
		seed: (products) => products.map(current.catalog.seed),
		setWarehouses(warehouses) {
			current.settings.warehouses = warehouses;
		},
		forbid(operations) {
			current.settings.forbidden = operations;
		},
		state: () => stateOf(current),
		calls: (since = 0) => current.log.since(since),
		setFaults: (faults) => current.faults.set(faults),
		expireTokens: (username) => current.tokens.expire(username),
		issuedTokens: () => current.tokens.all(),
		reset() {
			current = world(options, clock);
		},
	};
	return sandbox;
};

const doings = {
	CREATED: { what: 'released', by: 'marketplace' },
	DISPATCHED: { what: 'dispatched', by: 'marketplace' },
	DELIVERED: { what: 'delivered', by: 'courier' },
	RETURN_REQUESTED: { what: 'returned', by: 'customer' },
	COURIER_RETURN: { what: 'returned', by: 'courier' },
	RETURNED: { what: 'returned', by: 'courier' },
	REPLACED: { what: 'returned', by: 'marketplace' },
} as const;

const doingOf = (status: keyof typeof doings) => doings[status];
