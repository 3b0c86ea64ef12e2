import type { ChannelKind } from './channel';
import { babyshop } from './babyshop';
import { ikas, ikasTwice } from './ikas';
import { oker } from './oker';

/** Two stores play for four times as long as one: one seed in so many is enough. */
const twiceIn = 20;

export function kindOf(seed: number): ChannelKind {
	if (seed % twiceIn === 5) return ikasTwice;
	return [ikas, ikas, oker, ikas, babyshop][seed % 5] ?? ikas;
}
