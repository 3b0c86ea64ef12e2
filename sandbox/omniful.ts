import { onTheWire } from './answers';
import { sandboxClock } from './clock';
import { control, isControl } from './controls';
import { file, webPage } from './omniful/answers';
import { callOf } from './omniful/calls';
import { controls } from './omniful/controls';
import * as desk from './omniful/desk';
import { labelPath } from './omniful/orderAnswer';
import { playCall } from './omniful/playCall';
import { orderState, stateOf } from './omniful/state';
import { inventoryNotice } from './omniful/stockOperations';
import type { OmnifulOptions, OmnifulSandbox, OmnifulSkuDraft } from './omniful/types';
import { usualWebhookSecret, world } from './omniful/world';
import { pdf } from './pdf';
import { type SandboxRequest, SandboxRefusal } from './wire';

/** A pretend Omniful, as far as the hub uses it: reference/omniful.md 1 tells what it plays. */
export const omnifulSandbox = (options: OmnifulOptions = {}): OmnifulSandbox => {
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
		const { path } = request;
		if (isControl(request)) return onTheWire(control(controls, sandbox, request), now);
		if (path.startsWith(labelPath)) return onTheWire(file(pdf(`label ${path}`)), now);
		const call = callOf(current, request);
		return call ? await playCall(current, call, now) : onTheWire(webPage(404, 'Not Found'), now);
	};
	const seeded = ({ stocks = {}, ...sku }: OmnifulSkuDraft) => {
		const { sku: code } = current.catalog.seed(sku);
		for (const [hub, onHand] of Object.entries(stocks)) {
			current.stock.change(current.hubs.named(hub), code, { onHand });
		}
	};
	const sandbox: OmnifulSandbox = {
		clock,
		credential: current.credentials.seller,
		tenantCredential: current.credentials.tenant,
		webhookSecret: options.webhookSecret ?? usualWebhookSecret,
		handle: respond,
		seed: (skus) => skus.forEach(seeded),
		place: (orders) => orders.map((draft) => orderState(desk.placed(settled(), draft))),
		route: () => desk.route(settled()),
		advance: (order, advance) => orderState(desk.advanced(settled(), order, advance)),
		hold: (order, { reason }) => orderState(desk.heldByHand(settled(), order, reason)),
		release: (order) => orderState(desk.released(settled(), order)),
		cancel: (order, { reason = '' } = {}) => orderState(desk.cancelled(settled(), order, reason)),
		edit: (order, { note }) =>
			orderState(
				desk.byDesk(settled(), order, 'edited', (before) => ({
					...before,
					input: { ...before.input, note },
				})),
			),
		order: (order) => orderState(settled().orders.found(order)),
		setStock(counts) {
			for (const { sku, hub, quantity: onHand, safety } of counts) {
				if (!settled().catalog.find(sku)) throw new SandboxRefusal(`nothing has the SKU ${sku}`);
				const at = current.hubs.named(hub);
				current.stock.change(at, sku, { onHand, ...(safety !== undefined && { safety }) });
				current.webhooks.emit('inventory.update.event', [
					inventoryNotice(current.stock.figures(at, sku)),
				]);
			}
		},
		stock: () => settled().stock.all(),
		setHubs: (hubs) => current.hubs.set(hubs),
		set: (settings) => void Object.assign(current.settings, settings),
		state: () => stateOf(settled()),
		deliveries: () => current.webhooks.state(),
		sendAgain: () => current.webhooks.again(),
		calls: (since = 0) => current.log.since(since),
		setFaults: (faults) => current.faults.set(faults),
		expireTokens: () => current.tokens.expire(),
		issuedTokens: () => [...current.tokens.all(), ...current.refreshTokens.all()],
		reset() {
			current.webhooks.stop();
			current = world(options, clock);
		},
	};
	return sandbox;
};
