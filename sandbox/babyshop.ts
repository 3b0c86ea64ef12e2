import { onTheWire } from './answers';
import { webPage } from './babyshop/answers';
import { advanced } from './babyshop/advancing';
import { callOf } from './babyshop/calls';
import { cancelledInPanel, linesCancelled } from './babyshop/cancelling';
import { controls } from './babyshop/controls';
import { edited } from './babyshop/editing';
import { playCall } from './babyshop/playCall';
import { stateOf } from './babyshop/state';
import type { BabyshopOptions, BabyshopSandbox } from './babyshop/types';
import { world } from './babyshop/world';
import { sandboxClock } from './clock';
import { control, isControl } from './controls';
import { type SandboxRequest, SandboxRefusal } from './wire';

/**
 * A pretend Vinculum Seller Panel, V3, as far as the hub uses it for Babyshop and Centrepoint: reference/babyshop-vinculum.md tells
 * what it plays.
 */
export const babyshopSandbox = (options: BabyshopOptions = {}): BabyshopSandbox => {
	const clock = sandboxClock(options.startAt, options.timeScale);
	let current = world(options, clock);
	/** The world, with all that is due by now. */
	const settled = () => {
		current.orders.settle();
		current.moderation.settle();
		return current;
	};
	const checkSeller = ({ seller }: { readonly seller?: string }) => {
		if (seller && !current.credentials.some(({ username }) => username === seller)) {
			throw new SandboxRefusal(`there is no seller ${seller}`);
		}
	};
	const respond = async (request: SandboxRequest) => {
		const now = clock.now();
		settled();
		if (isControl(request)) return onTheWire(control(controls, sandbox, request), now);
		const call = callOf(current, request);
		return call
			? await playCall(current, call, now)
			: onTheWire(webPage(404, 'There is nothing here'), now);
	};
	const sandbox: BabyshopSandbox = {
		clock,
		credential: current.credential,
		handle: respond,
		place(orders) {
			for (const draft of orders) {
				checkSeller(draft);
				current.orders.check(draft);
			}
			return orders.map(settled().orders.place);
		},
		edit: (number, edit) =>
			settled().orders.change(number, { what: 'edited', by: 'panel' }, (order, { now }) =>
				edited(order, edit, { now, product: current.catalog.find }),
			),
		advance: (number, advance) =>
			settled().orders.change(number, { what: 'advanced', by: 'panel' }, (order, context) =>
				advanced(order, advance, context),
			),
		hold: (number, isOnHold) =>
			settled().orders.change(number, { what: 'held', by: 'panel' }, (order) => ({
				...order,
				isOnHold,
			})),
		cancel: (number, cancellation = {}) =>
			settled().orders.change(number, { what: 'cancelled', by: 'panel' }, (order) =>
				cancelledInPanel(order, cancellation),
			),
		cancelLines: (number, lines) =>
			settled().orders.change(number, { what: 'lines_cancelled', by: 'panel' }, (order) =>
				linesCancelled(order, lines),
			),
		order: (number) => settled().orders.state(number),
		seed(products) {
			for (const draft of products) checkSeller(draft);
			return products.map(current.catalog.seed);
		},
		moderate(moderation) {
			// What was due before must not suffer from it.
			settled().moderation.set(moderation);
		},
		state: () => stateOf(settled()),
		calls: (since = 0) => current.log.since(since),
		setFaults(faults) {
			current.faults.set(faults);
			current.mishaps.set(faults);
		},
		expireTokens: (expiry = {}) => current.keys.expire(expiry),
		issuedTokens: () => current.keys.all(),
		reset() {
			current = world(options, clock);
		},
	};
	return sandbox;
};
