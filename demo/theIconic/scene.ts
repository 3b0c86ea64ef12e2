import type { Scene } from '../scene';
import type { IconicShop } from './shop';

export type IconicScene = Scene<IconicShop>;
