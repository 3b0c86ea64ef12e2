import { openShop } from '../ikas/openShop';
import type { IkasShop } from '../ikas/shop';
import type { Pretend } from '../pretend';
import type { DemoShop } from '../shop';

/** A shop, and the OMS that ships what it sells. */
export interface OutletShop<Oms extends DemoShop> extends IkasShop {
	readonly oms: Oms;
}

/** A second ikas shop, of a merchant of its own: whatever it sells, the OMS ships. */
export const openOutlet = <Oms extends DemoShop>(
	seed: number,
	partner: Pretend<Oms>,
): Promise<Pretend<OutletShop<Oms>>> =>
	openShop(seed, {
		channel: `${partner.channel}Outlet`,
		storeName: `${partner.channel}-outlet`,
		merchantName: 'Outlet',
		partner,
		shopOf: (shop) => ({ ...shop, oms: partner.shop }),
	});
