import type { N8nProcess } from '../../demo/n8nProcess';
import type { Stage } from '../../demo/stage';
import type { Random } from '../../sandbox/random';
import type { Victim } from './victims';

/** SIGKILL to the victim, or an immediate stop of the database; then all runs again that does not. */
export async function strike(stage: Stage, victim: Victim, random: Random): Promise<void> {
	const { n8n } = stage;
	if (victim === 'database') await stage.crashDatabase();
	else await Promise.all(processes(stage, victim, random).map((one) => one.end('SIGKILL')));
	await n8n.start();
}

function processes(
	{ n8n: { main, workers } }: Stage,
	victim: Victim,
	random: Random,
): readonly N8nProcess[] {
	if (victim === 'everything') return [main, ...workers];
	if (victim === 'main') return [main];
	return workers.slice(Math.floor(random() * workers.length)).slice(0, 1);
}
