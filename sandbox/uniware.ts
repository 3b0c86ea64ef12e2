import { onTheWire } from './answers';
import { sandboxClock } from './clock';
import { control, isControl } from './controls';
import { webPage } from './uniware/answers';
import { callOf } from './uniware/calls';
import { cancelled } from './uniware/cancelling';
import { controls } from './uniware/controls';
import * as desk from './uniware/desk';
import { playCall } from './uniware/playCall';
import { orderState, stateOf, stockStates } from './uniware/state';
import type { UniwareItemDraft, UniwareOptions, UniwareSandbox } from './uniware/types';
import { world } from './uniware/world';
import { type SandboxRequest, SandboxRefusal } from './wire';

/** A pretend Uniware tenant, as far as the hub uses it: reference/uniware-oker.md tells what it plays. */
export const uniwareSandbox = (options: UniwareOptions = {}): UniwareSandbox => {
	const clock = sandboxClock(options.startAt, options.timeScale);
	let current = world(options, clock);
	/** The world, with all that is due by now. */
	const settled = () => {
		desk.settle(current);
		return current;
	};
	const respond = async (request: SandboxRequest) => {
		const now = clock.now();
		settled();
		if (isControl(request)) return onTheWire(control(controls, sandbox, request), now);
		const call = callOf(current, request);
		return call ? await playCall(current, call, now) : onTheWire(webPage(404, 'Not Found'), now);
	};
	const facilityNamed = (code?: string): string => {
		const { places } = current;
		const found = code === undefined ? places.all()[0] : places.find(code);
		if (found) return found.code;
		throw new SandboxRefusal(`there is no facility ${code}`);
	};
	const seeded = ({ stocks = {}, ...item }: UniwareItemDraft) => {
		const { sku } = current.catalog.seed(item);
		for (const [facility, inventory] of Object.entries(stocks)) {
			current.stock.change(facilityNamed(facility), sku, { inventory });
		}
	};
	const sandbox: UniwareSandbox = {
		clock,
		credential: current.credential,
		handle: respond,
		seed: (items) => items.forEach(seeded),
		place: (orders) => orders.map((draft) => orderState(desk.placed(settled(), draft))),
		allocate: (code) => desk.allocated(settled(), code),
		advance: (code, advance) => orderState(desk.advanced(settled(), code, advance)),
		track: (code, tracking) => orderState(desk.tracked(settled(), code, tracking)),
		split: (code, { items }) => orderState(desk.split(settled(), code, items)),
		edit: (code, { additionalInfo, onHold, verified }) =>
			orderState(
				desk.byDesk(settled(), code, 'edited', (order) => ({
					...order,
					isOnHold: onHold ?? order.isOnHold,
					isVerified: verified ?? order.isVerified,
					input: {
						...order.input,
						...(additionalInfo !== undefined && { additionalInfo: additionalInfo ?? undefined }),
					},
				})),
			),
		cancel: (code, { items, reason } = {}) =>
			orderState(
				desk.byDesk(settled(), code, 'cancelled', (order) =>
					cancelled(order, { items, reason, tellsChannel: true }),
				),
			),
		sendBack: (code, { package: named }) => orderState(desk.broughtBack(settled(), code, named)),
		receive: (code) => orderState(desk.received(settled(), code)),
		order: (code) => orderState(settled().orders.found(code)),
		setStock(counts) {
			for (const { sku, facility, quantity: inventory, blocked } of counts) {
				if (!settled().catalog.find(sku)) throw new SandboxRefusal(`nothing has the SKU ${sku}`);
				const figures = { inventory, ...(blocked !== undefined && { blocked }) };
				current.stock.change(facilityNamed(facility), sku, figures);
			}
		},
		stock: () => stockStates(settled()),
		setFacilities: (facilities) => current.places.set(facilities),
		forbid(operations) {
			current.settings.forbidden = operations;
		},
		state: () => stateOf(settled()),
		calls: (since = 0) => current.log.since(since),
		setFaults: (faults) => current.faults.set(faults),
		expireTokens: () => current.tokens.expire(),
		issuedTokens: () => [...current.tokens.all(), ...current.refreshTokens.all()],
		reset() {
			current = world(options, clock);
		},
	};
	return sandbox;
};
