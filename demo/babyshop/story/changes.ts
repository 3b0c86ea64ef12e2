import type { BabyshopOrderState } from '../../../sandbox/babyshop/stateTypes';
import { bookOf, check, checkEach } from '../../story/check';
import { each } from '../../story/each';
import { wholeSync } from '../../syncs';
import { assigned } from '../assigned';
import { deskAt } from '../desk';
import { lateProducts, skus, strangeCode } from '../goods';
import { saveSettings } from '../saveSettings';
import type { BabyshopScene } from '../scene';
import type { FirstOrders } from './firstOrders';

/** The map and the catalog grow, a person says what a strange code is, and customers cancel: whole orders, and single items. */
export async function changes(
	scene: BabyshopScene,
	{ unlisted, strange, pending }: FirstOrders,
): Promise<void> {
	const { site, say } = scene;
	const { shop } = site;
	say('mapping Pending; new products and a link by hand; cancelling orders, and single items');
	await saveSettings(site, { reason: 'Pending orders are ours, too' });
	await shop.seed(lateProducts);
	await deskAt(site).link(strangeCode, skus[0] ?? '');
	const large = ({ lines }: BabyshopOrderState) => lines.some(({ quantity }) => quantity > 1);
	const some = await assigned(scene, 12, large);
	const [cut, cancelled] = [some.slice(0, 6), some.slice(6)];
	const before = bookOf(scene.books());
	await each(cut, cutDown(scene));
	await each(cancelled, ({ id }) => shop.cancel(id));
	await wholeSync(scene, 'catalog');
	await wholeSync(scene);
	const now = bookOf(scene.books());
	const seen = ({ id }: BabyshopOrderState) => ({
		...now.row(id),
		reserved: now.reserved(id),
		open: now.open(id),
	});
	checkEach(pending, 'parked orders in, by themselves', ({ id }) => now.isAssigned(id), seen);
	checkEach(
		cancelled,
		'what is cancelled as a whole to be cancelled, its units free',
		({ id }) => now.row(id)?.status === 'cancelled' && now.reserved(id) === 0,
		seen,
	);
	checkEach(
		cut,
		'orders of which an item was cancelled to stay as they were, and to be marked',
		({ id }) =>
			now.row(id)?.flag === 'item_level_change' &&
			now.open(id) === before.open(id) &&
			now.reserved(id) === before.reserved(id),
		seen,
	);
	checkEach(
		[...unlisted, ...strange],
		'orders of unknown codes to have a hub once they are known',
		({ id }) => now.isAssigned(id),
		seen,
	);
	const [first] = cut;
	const { notFollowed = [] } = first ? await deskAt(site).order(first.id) : {};
	check(
		notFollowed.some((sentence) => sentence.includes('cancelled on the channel')),
		`a sentence on the item that was cancelled, not ${JSON.stringify(notFollowed)}`,
	);
}

/** One item less of a line that has more than one. */
const cutDown =
	({ site }: BabyshopScene) =>
	async ({ id, lines }: BabyshopOrderState): Promise<void> => {
		const line = lines.find(({ quantity }) => quantity > 1);
		if (line) await site.shop.cancelLines(id, [{ line: line.line, quantity: 1 }]);
	};
