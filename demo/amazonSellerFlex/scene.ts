import type { Scene } from '../scene';
import type { AmazonShop } from './shop';

export type AmazonScene = Scene<AmazonShop>;
