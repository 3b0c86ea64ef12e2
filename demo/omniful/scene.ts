import type { OutletShop } from '../outlet/openOutlet';
import type { Scene } from '../scene';
import type { OmnifulShop } from './omnifulShop';

export type OmnifulScene = Scene<OutletShop<OmnifulShop>>;
