import type { AmazonShipmentState } from '../../../sandbox/amazonSellerFlex/types';
import { bookOf, check, checkEach } from '../../story/check';
import { each } from '../../story/each';
import { wholeSync } from '../../syncs';
import { assigned } from '../assigned';
import { deskAt } from '../desk';
import { arrivedLate, lateCatalogCsv } from '../goods';
import type { AmazonScene } from '../scene';
import type { FirstOrders } from './firstOrders';

/** The forgotten SKUs are uploaded, pending orders are paid, and Amazon and its customers cancel. */
export async function changes(
	scene: AmazonScene,
	{ unlisted, pending }: FirstOrders,
): Promise<void> {
	const { site, say, told } = scene;
	const { shop } = site;
	say('uploading the forgotten SKUs; paying pending orders; cancelling on Amazon');
	const refused = await deskAt(site).uploadCatalog(lateCatalogCsv());
	check(refused === 0, `no line of the second catalog to be refused, not ${refused}`);
	const listed = bookOf(scene.books());
	checkEach(
		unlisted,
		'orders on hold for their SKU to go on once it is in the catalog',
		({ id }) => listed.row(id)?.status === 'created',
		({ id }) => listed.row(id),
	);
	await site.warehouse.count(arrivedLate);
	told.physical.push(...arrivedLate);
	const paid = pending.slice(0, 4);
	await each(paid, ({ id }) => shop.advance(id, { status: 'ACCEPTED' }));
	const cancelled = await assigned(scene, 6, () => true);
	await each(cancelled, ({ id }) => shop.cancel(id, { reason: 'The customer changed their mind' }));
	await wholeSync(scene);
	const { row, reserved, isAssigned } = bookOf(scene.books());
	const seen = ({ id }: AmazonShipmentState) => ({ ...row(id), reserved: reserved(id) });
	checkEach(unlisted, 'them to have a hub', ({ id }) => isAssigned(id), seen);
	checkEach(paid, 'paid orders in', ({ id }) => isAssigned(id), seen);
	checkEach(
		cancelled,
		'what Amazon cancels to be cancelled, its units free',
		({ id }) => row(id)?.status === 'cancelled' && reserved(id) === 0,
		seen,
	);
}
