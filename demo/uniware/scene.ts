import type { OutletShop } from '../outlet/openOutlet';
import type { Scene } from '../scene';
import type { UniwareShop } from './uniwareShop';

export type UniwareScene = Scene<OutletShop<UniwareShop>>;
