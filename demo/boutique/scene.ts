import type { IkasShop } from '../ikas/shop';
import type { Scene } from '../scene';

export type BoutiqueScene = Scene<IkasShop>;
