import { connect as connectOutlet } from '../../outlet/story/connect';
import { goods, sku } from '../goods';
import type { OmnifulScene } from '../scene';

export async function connect(scene: OmnifulScene): Promise<void> {
	await scene.site.shop.oms.seed(goods.known.map(sku));
	await connectOutlet(scene, goods);
}
