import { amazonSellerFlex } from '../../channels/amazonSellerFlex/connector';
import { amazonShop } from './amazonShop';
import { behavesLikeAChannel } from './behavesLikeAChannel';

describe('amazonSellerFlex', () => {
	behavesLikeAChannel(amazonSellerFlex, () => amazonShop());
});
