import { babyshop } from '../../channels/babyshop/connector';
import { babyshopShop } from './babyshopShop';
import { behavesLikeAChannel } from './behavesLikeAChannel';

describe('babyshop', () => {
	behavesLikeAChannel(babyshop, () => babyshopShop());
});
