import { epochMs, instant } from '../../domain/instant';
import { amazonSandbox } from '../../sandbox/amazonSellerFlex';
import type {
	AmazonOptions,
	AmazonSandbox,
	AmazonShipmentDraft,
} from '../../sandbox/amazonSellerFlex/types';
import { serve } from '../../sandbox/serve';
import { amazonHttp } from '../support/amazonHttp';
import { faultOf } from './testShop';
import type { TestShop, Write } from './testShop';

const operationOf = {
	stock: 'batchInventory',
	shipping: 'updatePackageStatus',
	cancelling: 'processShipment',
} as const satisfies Record<Write, string>;

/** Between two of the times at which a walk reads what was shipped. */
export const startAt = Date.UTC(2026, 2, 2, 9);

export const recommendedPackage = { lengthCm: 20, widthCm: 15, heightCm: 10, weightG: 500 };

export interface AmazonShop extends TestShop {
	readonly sandbox: AmazonSandbox;
	readonly url: string;
	readonly location: string;
}

/** The pretend Amazon on a port of its own. */
export async function amazonShop(options: AmazonOptions = {}): Promise<AmazonShop> {
	const sandbox = amazonSandbox({ quotas: null, startAt, ...options });
	const { url, close } = await serve(sandbox);
	const { clientSecret, refreshToken } = sandbox.credential;
	const location = sandbox.state().locations[0]?.id ?? '';

	const placeAt = (at: number, drafts: readonly AmazonShipmentDraft[]) => {
		const late = sandbox.clock.now() - at;
		sandbox.clock.advance(-late);
		const placed = sandbox.place(drafts);
		sandbox.clock.advance(late);
		return placed;
	};

	return {
		sandbox,
		url,
		location,
		locations: [location],
		seller: amazonHttp(url, sandbox.credential),
		stranger: amazonHttp(url, { ...sandbox.credential, refreshToken: 'Atzr|wrong' }),
		secrets: [clientSecret, refreshToken, 'Atza|'],
		now: () => instant(sandbox.clock.now()),
		wait: (ms) => void sandbox.clock.advance(ms),
		place(count, { placedAt, revisedAt, isUnreadable, listing } = {}) {
			const draft = {
				lines: [{ sku: listing ?? 'KETTLE-1', quantity: 2 }],
				recommendedPackage,
				...(placedAt && { placedAt: epochMs(placedAt) }),
				...(isUnreadable && { overrides: { lineItems: [] } }),
			};
			const drafts = Array.from({ length: count }, () => draft);
			const at = revisedAt === undefined ? sandbox.clock.now() : epochMs(revisedAt);
			return placeAt(at, drafts).map(({ id }) => id);
		},
		touch: (id) => void sandbox.advance(id, {}),
		revisions: () =>
			new Map(
				sandbox
					.state()
					.shipments.map(({ id, updatedAt }) => [id, instant(updatedAt - (updatedAt % 1_000))]),
			),
		goods(count) {
			const products = Array.from({ length: count }, (_, at) => ({ sku: `MAL ${at}/é&` }));
			return sandbox.seed(products).map(({ sku }) => ({ listing: sku, location }));
		},
		unknown: { listing: 'NOBODY', location },
		offered: (place) =>
			sandbox
				.stock()
				.find(({ sku, location: at }) => sku === place.listing && at === place.location)
				?.quantity ?? 0,
		shipped: 'SHIPPED',
		effects: (id) => sandbox.shipment(id).history.filter(({ by }) => by === 'api').length,
		spoil: (mishap, calls, only) =>
			sandbox.setFaults({
				[faultOf[mishap]]: 1,
				forTheNext: calls,
				...(only && { only: operationOf[only] }),
			}),
		calls: () => sandbox.calls().filter(({ kind }) => kind !== 'token').length,
		idleCalls: 2,
		leavesOlderToHub: true,
		answersNothing: ['shipping', 'cancelling'],
		makesTracking: true,
		close,
	};
}
