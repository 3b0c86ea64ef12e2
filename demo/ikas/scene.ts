import type { Scene } from '../scene';
import type { IkasShop } from './shop';

export type IkasScene = Scene<IkasShop>;
