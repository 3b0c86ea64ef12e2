import type { OrderState } from '../../../sandbox/ikas/types';
import { partnerOf } from '../../partnerOf';
import { each } from '../../story/each';
import { wholeSync } from '../../syncs';
import { allTold } from '../../updates';
import type { OutletScene } from '../scene';

/** What the stock of an OMS does in the end. */
interface Stock<Scene> {
	stockOut(scene: Scene): Promise<void>;
	idle(scene: Scene): Promise<void>;
	shown(scene: Scene): Promise<void>;
}

/** What customers had edited is as it was, the stock goes out, and then neither side has anything more to say. */
export async function ending<Scene extends OutletScene>(
	scene: Scene,
	edited: readonly { readonly order: OrderState }[],
	{ stockOut, idle, shown }: Stock<Scene>,
): Promise<void> {
	await editedBack(scene, edited);
	await wholeSync(scene);
	await stockOut(scene);
	await scene.site.n8n.undisturbed(() => idle(scene));
	await Promise.all([allTold(partnerOf(scene)), allTold(scene)]);
	await shown(scene);
}

/** The customers want it as it was: what the hub has is right again. */
const editedBack = (scene: OutletScene, edited: readonly { readonly order: OrderState }[]) =>
	each(edited, ({ order: { id, lines } }) =>
		scene.site.shop.edit(id, {
			lines: lines
				.filter(({ deleted }) => !deleted)
				.map(({ sku, quantity, id: line }) => ({ id: line, sku, quantity })),
		}),
	);
