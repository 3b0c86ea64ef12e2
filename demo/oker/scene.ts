import type { Scene } from '../scene';
import type { OkerShop } from './shop';

export type OkerScene = Scene<OkerShop>;
