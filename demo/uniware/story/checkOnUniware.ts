import type { OrderState } from '../../../sandbox/ikas/types';
import { checkOnOms } from '../../outlet/story/checkOnOms';
import { onUniware } from '../onUniware';
import type { UniwareScene } from '../scene';

export const checkOnUniware = (scene: UniwareScene, orders: readonly OrderState[]): Promise<void> =>
	checkOnOms(scene, onUniware, orders);
