import { amazonSellerFlex } from './amazonSellerFlex/amazonSellerFlex';
import { babyshop } from './babyshop/babyshop';
import { ikas } from './ikas/ikas';
import { player, type Player } from './play';
import { theIconic } from './theIconic/theIconic';

/** The channels that the demo plays, all at once. A new one is a line. */
const channels = {
	ikas: player(ikas),
	amazonSellerFlex: player(amazonSellerFlex),
	babyshop: player(babyshop),
	theIconic: player(theIconic),
} as const;

export type ChannelName = keyof typeof channels;

export const openPlayers = (seed: number): Promise<readonly Player[]> =>
	Promise.all(Object.values(channels).map((open) => open(seed)));
