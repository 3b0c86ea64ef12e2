import { answer, onTheWire } from './answers';
import { sandboxClock } from './clock';
import { control, isControl } from './controls';
import { calls } from './ikas/calls';
import { controls } from './ikas/controls';
import { playCall } from './ikas/playCall';
import { stateOf } from './ikas/state';
import type { IkasOptions, IkasSandbox } from './ikas/types';
import { world } from './ikas/world';
import { type SandboxRequest, SandboxRefusal } from './wire';

/** A pretend ikas, API v1, as far as the hub uses it: reference/ikas.md tells what it plays. */
export const ikasSandbox = (options: IkasOptions = {}): IkasSandbox => {
	const clock = sandboxClock(options.startAt, options.timeScale);
	let current = world(options, clock);
	const [credential] = current.credentials;
	if (!credential) throw new SandboxRefusal('the sandbox needs a credential');
	const respond = async (request: SandboxRequest) => {
		const now = clock.now();
		if (isControl(request)) return onTheWire(control(controls, sandbox, request), now);
		const callOf = calls[`${request.method} ${request.path}`];
		return callOf
			? await playCall(current, callOf(current, request), now)
			: onTheWire(answer(404, { statusCode: 404, message: 'Not Found' }), now);
	};
	const sandbox: IkasSandbox = {
		clock,
		credential,
		handle: respond,
		place(orders) {
			for (const order of orders) current.shop.check(order);
			return orders.map(current.shop.place);
		},
		edit: (id, edit) => current.shop.edit(id, edit),
		advance: (id, advance) => current.shop.advance(id, advance),
		cancel: (id, lines, restock) => current.shop.cancel(id, lines, restock),
		order: (id) => current.shop.order(id),
		seed(products) {
			for (const product of products) current.catalog.check(product);
			return products.map(current.catalog.seed);
		},
		setStock: (counts) => current.catalog.set(counts),
		stock: () => current.catalog.state(),
		state: () => stateOf(current, clock.now()),
		calls: (since = 0) => current.log.since(since),
		setFaults: (faults) => current.faults.set(faults),
		setLocations(locations) {
			current.settings.locations = locations;
		},
		setMerchant(merchant) {
			current.settings.merchant = { ...current.settings.merchant, ...merchant };
		},
		setScopes: (scopes, clientId = credential.clientId) => {
			current.settings.scopes.set(clientId, scopes);
		},
		expireTokens: (clientId) => current.tokens.expire(clientId),
		issuedTokens: () => current.tokens.all(),
		reset() {
			current = world(options, clock);
		},
	};
	return sandbox;
};
