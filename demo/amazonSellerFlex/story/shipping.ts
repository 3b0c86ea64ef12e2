import type { AmazonShipmentState } from '../../../sandbox/amazonSellerFlex/types';
import { killWhileTelling } from '../../kill';
import { bookOf, checkEach } from '../../story/check';
import { each } from '../../story/each';
import { wholeSync } from '../../syncs';
import { allTold } from '../../updates';
import type { AmazonScene } from '../scene';
import { weather } from './packing';

/** Longer than until the next poll that asks for what was shipped and delivered. */
const slotMinutes = 125;

/** Packed orders leave; the carrier scans others before the hub says so, and delivers some. */
export async function shipping(
	scene: AmazonScene,
	packed: readonly AmazonShipmentState[],
): Promise<readonly AmazonShipmentState[]> {
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
	await shop.letPass(slotMinutes);
	await wholeSync(scene);
	const { row, reserved } = bookOf(scene.books());
	const seen = ({ id }: AmazonShipmentState) => ({ ...row(id), reserved: reserved(id) });
	const is = (status: string) => (order: AmazonShipmentState) =>
		row(order.id)?.status === status && reserved(order.id) === 0;
	checkEach(delivered, 'delivered orders', is('delivered'), seen);
	checkEach([...ours.slice(6), ...scanned], 'shipped orders', is('shipped'), seen);
	return packed;
}
