import type { MappedOrder } from '../domain/order';
import type { StrategyName } from '../domain/routing';
import type { Ledger } from '../ledger/ledger';
import { draft, settings } from '../test/support/ledgers';
import { line, placed } from '../test/support/placed';

export const pageSize = 200;

export const skus = Array.from({ length: 1000 }, (_, at) => `SKU-${at}`);

/** Twenty hubs across Turkey. The first half soon runs out, so that decisions have rejections to explain. */
export const hubs = Array.from({ length: 20 }, (_, at) => ({
	code: `hub-${at}`,
	name: `Hub ${at}`,
	active: true,
	latitude: 36.5 + (at % 5),
	longitude: 27 + Math.floor(at / 5) * 4,
}));
export const onHand = (hub: number) => (hub < hubs.length / 2 ? 2 : 1000);

export const skusOf = (order: number): readonly string[] =>
	[0, 1, 2].map((at) => skus[(order * 7 + at * 331) % skus.length] ?? '');

/** The same for the same number: a paid order of three lines, to somewhere in Turkey. */
export const order = (number: number): MappedOrder => {
	const plain = placed(`order-${number}`);
	return {
		...plain,
		shipTo: plain.shipTo && {
			...plain.shipTo,
			latitude: 36 + (number % 60) / 10,
			longitude: 26 + (number % 180) / 10,
		},
		lines: skusOf(number).map((sku, at) => line(`${number}-${at}`, sku, 1 + (number % 2))),
	};
};

export const orders = (from: number, count: number): readonly MappedOrder[] =>
	Array.from({ length: count }, (_, at) => order(from + at));

/** A seller with all hubs mapped, all SKUs counted, and one store. */
export async function furnish(ledger: Ledger, strategy: StrategyName): Promise<void> {
	await ledger.saveSeller({ code: 'acme', name: 'Acme' });
	for (const hub of hubs) await ledger.saveHub({ ...hub, orderLimit: null, workingHours: null });
	const ruleSet = 'measured';
	await ledger.saveRuleSet({ code: ruleSet, rules: [{ name: strategy, strategy }] });
	await ledger.saveStore(
		draft({
			settings: settings({
				locations: hubs.map(({ code, name }) => ({ id: `loc-${code}`, name })),
				hubMap: hubs.map(({ code }) => ({ location: `loc-${code}`, hub: code })),
				ruleSet,
			}),
		}),
	);
	for (const [at, { code }] of hubs.entries()) {
		await ledger.setStock(
			skus.map((sku) => ({ seller: 'acme', sku, hub: code, onHand: onHand(at) })),
		);
	}
}
