import type { AmazonShipmentState } from '../../../sandbox/amazonSellerFlex/types';
import { killWhileTelling } from '../../kill';
import { bookOf, checkEach } from '../../story/check';
import { each } from '../../story/each';
import { allTold } from '../../updates';
import type { AmazonScene } from '../scene';
import { weather } from './packing';

/** What left, and what becomes of it on Amazon before the hub hears of it. */
export type Left = Readonly<Record<'delivered' | 'onTheirWay', readonly AmazonShipmentState[]>>;

/** Packed orders leave; the carrier scans others before the hub says so, and delivers some. */
export async function shipping(
	scene: AmazonScene,
	packed: readonly AmazonShipmentState[],
): Promise<Left> {
	const { site, random, store, say } = scene;
	const { shop, warehouse } = site;
	const [ours, scanned] = [packed.slice(0, 18), packed.slice(18)];
	say(`shipping ${ours.length} orders; the carrier scans ${scanned.length} before that`);
	await shop.faults({ ...weather, seed: Math.floor(random() * 2 ** 31) });
	await killWhileTelling(scene, 'updatePackageStatus', () =>
		warehouse.move(
			store,
			ours.map(({ id }) => id),
			'shipped',
		),
	);
	await allTold(scene);
	await shop.faults({});
	await each(scanned, ({ id }) => shop.advance(id, { status: 'SHIPPED' }));
	const delivered = ours.slice(0, 6);
	await each(delivered, ({ id }) => shop.advance(id, { status: 'DELIVERED' }));
	return { delivered, onTheirWay: [...ours.slice(6), ...scanned] };
}

/** The hub has heard what became of it. */
export function checkLeft({ books }: AmazonScene, { delivered, onTheirWay }: Left): void {
	const { row, reserved } = bookOf(books());
	const seen = ({ id }: AmazonShipmentState) => ({ ...row(id), reserved: reserved(id) });
	const is = (status: string) => (order: AmazonShipmentState) =>
		row(order.id)?.status === status && reserved(order.id) === 0;
	checkEach(delivered, 'delivered orders', is('delivered'), seen);
	checkEach(onTheirWay, 'shipped orders', is('shipped'), seen);
}
