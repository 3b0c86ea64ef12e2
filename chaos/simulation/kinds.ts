import { amazonSellerFlex } from './amazonSellerFlex';
import { babyshop } from './babyshop';
import type { ChannelKind } from './channel';
import { ikas, ikasTwice } from './ikas';
import { oker } from './oker';
import { theIconic } from './theIconic';

/** Two stores play for four times as long as one: one seed in so many is enough. */
const twiceIn = 20;
/** By the last digit of the seed. */
const kinds = [ikas, ikas, oker, ikas, babyshop, ikas, theIconic, ikas, amazonSellerFlex, ikas];

export const kindOf = (seed: number): ChannelKind =>
	seed % twiceIn === 5 ? ikasTwice : (kinds[seed % kinds.length] ?? ikas);
