import { seller as amazonSellerFlex } from '../../demo/amazonSellerFlex/goods';
import { seller as babyshop } from '../../demo/babyshop/goods';
import { seller as boutique } from '../../demo/boutique/goods';
import { seller as ikas } from '../../demo/ikas/goods';
import { seller as oker } from '../../demo/oker/goods';
import { seller as theIconic } from '../../demo/theIconic/goods';
import { goods as omniful } from '../../demo/omniful/goods';
import { goods as uniware } from '../../demo/uniware/goods';

test('every story sells for a seller of its own: the auditor counts the stock of a whole seller', () => {
	const sellers = [
		ikas,
		amazonSellerFlex,
		babyshop,
		theIconic,
		oker,
		uniware.seller,
		omniful.seller,
		boutique,
	];
	expect(new Set(sellers).size).toBe(sellers.length);
});
