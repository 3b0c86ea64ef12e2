import { theIconic } from '../../channels/theIconic/connector';
import { behavesLikeAChannel } from './behavesLikeAChannel';
import { iconicShop } from './iconicShop';

describe('theIconic', () => {
	behavesLikeAChannel(theIconic, () => iconicShop());
});
