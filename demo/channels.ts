import { amazonSellerFlex } from './amazonSellerFlex/amazonSellerFlex';
import { babyshop } from './babyshop/babyshop';
import { boutique } from './boutique/boutique';
import { ikas } from './ikas/ikas';
import { oker } from './oker/oker';
import { omniful } from './omniful/omniful';
import { player, type Player } from './play';
import { theIconic } from './theIconic/theIconic';
import { uniware } from './uniware/uniware';

/** The channels that the demo plays, all at once. A new one is a line. */
const channels = {
	ikas: player(ikas),
	amazonSellerFlex: player(amazonSellerFlex),
	babyshop: player(babyshop),
	theIconic: player(theIconic),
	oker: player(oker),
} as const;

/** The OMSs, each beside a shop whose orders it ships. */
const oms = { omniful: player(omniful), uniware: player(uniware) } as const;

/** The hub as an order system of its own, where people work its queues and see to what comes back. */
const hub = { boutique: player(boutique) } as const;

const groups = { channels, oms, hub } as const;

export type Group = keyof typeof groups;

/** A player, and where the verdict has what was counted of it. */
export interface Part extends Player {
	readonly group: Group;
	readonly name: string;
}

/** Those of these names, or all. */
export const openParts = (seed: number, played?: readonly string[]): Promise<readonly Part[]> =>
	Promise.all(
		(['channels', 'oms', 'hub'] as const).flatMap((group) =>
			Object.entries(groups[group])
				.filter(([name]) => played?.includes(name) ?? true)
				.map(
					async ([name, open]: readonly [string, Opening]): Promise<Part> => ({
						group,
						name,
						...(await open(seed)),
					}),
				),
		),
	);

type Opening = (seed: number) => Promise<Player>;
