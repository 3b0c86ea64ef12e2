import type { Scene } from '../scene';
import type { BabyshopShop } from './shop';

export type BabyshopScene = Scene<BabyshopShop>;
