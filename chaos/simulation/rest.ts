import { clock } from './clock';
import { minute, passing, scheduleOf } from './passing';
import type { Storm } from './storm';

/** Longer than the last execution may still wait. */
const settledMinutes = 3;
const secondMs = 1000;

/** Minutes between one round and the next: rows show late, then what failed is tried again, and all that is done once an hour. */
const rounds = { withNet: [6, 1, 31, 61, 1, 61, 1], without: [6, 1, 31, 31, 1] };

/** Nothing fails and nobody acts any more; all that is left over is made up for. */
export async function rest({ world, warehouse, hasNet, note }: Storm): Promise<void> {
	const pass = (ms: number) => passing(clock.now() + ms, note);
	await pass(settledMinutes * minute);
	await warehouse.trackAll();
	for (const minutes of hasNet ? rounds.withNet : rounds.without) {
		await pass(minutes * minute);
		for (const started of scheduleOf(world, hasNet)) {
			await world.n8n.start(started);
			await pass(secondMs);
		}
		await pass(minute);
	}
}
