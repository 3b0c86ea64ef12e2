import { onTheWire } from './answers';
import { sandboxClock } from './clock';
import { control, isControl } from './controls';
import { advanced, cancelledByAmazon, causeOf } from './amazonSellerFlex/advance';
import { refusalReply } from './amazonSellerFlex/answers';
import { callOf } from './amazonSellerFlex/calls';
import { consentUrl } from './amazonSellerFlex/consent';
import { controls } from './amazonSellerFlex/controls';
import { playCall } from './amazonSellerFlex/playCall';
import { notFound } from './amazonSellerFlex/refused';
import { stateOf } from './amazonSellerFlex/state';
import type { AmazonOptions, AmazonSandbox } from './amazonSellerFlex/types';
import { world } from './amazonSellerFlex/world';
import type { SandboxRequest } from './wire';

/**
 * A pretend Amazon, as far as the hub uses it: Login with Amazon, the Selling Partner API and the storage of its documents, on one
 * port. reference/amazon-seller-flex.md tells what it plays.
 */
export const amazonSandbox = (options: AmazonOptions = {}): AmazonSandbox => {
	const clock = sandboxClock(options.startAt, options.timeScale);
	let current = world(options, clock);
	const respond = async (request: SandboxRequest) => {
		const now = clock.now();
		current.feeds.settle();
		if (isControl(request)) return onTheWire(control(controls, sandbox, request), now);
		const call = callOf(current, request);
		return call
			? await playCall(current, call, now)
			: onTheWire(refusalReply(notFound('path', request.path)), now);
	};
	const sandbox: AmazonSandbox = {
		clock,
		credential: current.credential,
		handle: respond,
		authorise: ({ state = 'sandbox', redirectUri = current.redirectUris[0] } = {}) => ({
			url: consentUrl(current, state, redirectUri),
		}),
		place(shipments) {
			for (const draft of shipments) current.shipments.check(draft);
			return shipments.map((draft) => {
				const placed = current.shipments.place(draft);
				current.failingLabels.set(placed.id, draft.failingLabels ?? 0);
				return placed;
			});
		},
		advance(id, advance) {
			// What was due before a shipment is dispatched must not profit from it.
			current.feeds.settle();
			return current.shipments.change(
				id,
				{ what: 'advanced', by: causeOf(advance) },
				(shipment, context) => advanced(shipment, context, advance),
			);
		},
		cancel: (id, cancellation = {}) =>
			current.shipments.change(id, { what: 'cancelled', by: 'amazon' }, (shipment, context) =>
				cancelledByAmazon(shipment, context, cancellation),
			),
		shipment: (id) => current.shipments.state(id),
		seed: (products) => products.map(current.listings.products.seed),
		stock: () => current.inventory.all(),
		state: () => stateOf(current),
		calls: (since = 0) => current.log.since(since),
		setFaults: (faults) => current.faults.set(faults),
		setLocations(locations) {
			current.settings.locations = locations;
		},
		setGrants(grants) {
			current.settings.grants = { ...current.settings.grants, ...grants };
		},
		expireTokens: () => current.lwa.access.expire(),
		issuedTokens: () => [...current.lwa.access.all(), ...current.lwa.refreshTokens()],
		reset() {
			current = world(options, clock);
		},
	};
	return sandbox;
};
