import { connect as connectOutlet } from '../../outlet/story/connect';
import { goods, item } from '../goods';
import type { UniwareScene } from '../scene';

export async function connect(scene: UniwareScene): Promise<void> {
	await scene.site.shop.oms.seed(goods.known.map(item));
	await connectOutlet(scene, goods);
}
