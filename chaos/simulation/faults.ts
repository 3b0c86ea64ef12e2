import type { Faults } from '../../sandbox/faults';
import { among } from './among';
import type { Chance } from './chances';

const rare = 0.05;

/** Something goes wrong, or much of it, or nothing for a while. */
export const faultsOf = (chance: Chance): Faults => ({
	seed: chance.below(2 ** 31),
	...among<(chance: Chance) => Faults>(chance, [
		[3, () => ({})],
		[3, () => ({ lateRows: 0.4, duplicateRows: 0.2 })],
		[2, () => ({ dropAfter: 0.2, torn: 0.1 })],
		[2, () => ({ rate500: 0.2, rate429: 0.1, dropBefore: 0.1 })],
		[1, () => ({ html: 0.2, cutOff: 0.2, expireTokens: 0.2 })],
		[
			4,
			() => ({
				...{ rate429: rare, rate500: rare, cutOff: rare, torn: rare, html: rare },
				...{ dropBefore: rare, dropAfter: 2 * rare, expireTokens: rare },
				...{ lateRows: 0.3, duplicateRows: 0.1 },
			}),
		],
	])(chance),
});
