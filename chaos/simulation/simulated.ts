import { alterSources } from './altered';
import { chancesOf, type Chances } from './chances';
import { installClock } from './clock';
import { gateLedgers } from './gatedLedger';
import { installTimers } from './gates';
import { layLine, type Systems } from './line';
import { plantNamed } from './plants';
import { smallPages } from './smallPages';
import { installPrompt } from './prompt';

/** What belongs to the seed that is being played. */
export const simulated: { chances: Chances; systems: Systems } = {
	chances: chancesOf(0),
	systems: new Map(),
};

// Importing this first puts the simulation in the place of the machine.
installClock();
installTimers();
installPrompt();
alterSources([...smallPages, ...plantNamed(process.env.CHAOS_PLANT)]);
Math.random = () => simulated.chances.code.next();
gateLedgers(() => simulated.chances.ways);
layLine(
	() => simulated.systems,
	() => simulated.chances.ways,
);
