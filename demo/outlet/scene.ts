import type { Scene } from '../scene';
import type { DemoShop } from '../shop';
import type { OutletShop } from './openOutlet';

/** Where the story of an outlet plays, whatever OMS ships what it sells. */
export type OutletScene = Scene<OutletShop<DemoShop>>;
