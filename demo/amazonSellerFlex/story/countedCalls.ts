import { check } from '../../story/check';
import { allTold } from '../../updates';
import { assigned } from '../assigned';
import type { AmazonScene } from '../scene';

/** Confirm, packages, slot, invoice where Amazon makes it, label, its file, shipped. */
const most = 7;

/** An order goes all the way in good weather, and Amazon is called as seldom as can be. */
export async function countedCalls(scene: AmazonScene): Promise<void> {
	const { site, store, say } = scene;
	const calls = await site.shop.calls();
	const [order] = await assigned(
		scene,
		1,
		({ id, status, invoice }) =>
			status === 'CONFIRMED' &&
			invoice.isRequired &&
			calls.filter(({ shipment }) => shipment === id).length === 1,
	);
	if (!order) return;
	for (const status of ['picked', 'shipped']) {
		await site.warehouse.move(store, [order.id], status);
		await allTold(scene);
	}
	const made = (await site.shop.calls()).filter(({ shipment }) => shipment === order.id);
	const kinds = made.map(({ kind }) => kind);
	say(`an order went all the way with ${kinds.join(', ')}`);
	check(kinds.length <= most, `at most ${most} calls, not ${kinds.length}`);
	check(kinds.at(-1) === 'updatePackageStatus', `the last call to tell that it left`);
}
