import type { OrderState } from '../../../sandbox/ikas/types';
import { killInFlight, slowMs } from '../../kill';
import { bookOf, check, checkEach } from '../../story/check';
import { each } from '../../story/each';
import { mayBegin, wholeSync } from '../../syncs';
import { until } from '../../until';
import { drafts } from '../drafts';
import { saveSettings } from '../saveSettings';
import type { IkasScene } from '../scene';
import { isGone } from './changes';

/** Order sync is off for longer than its interval while customers go on ordering; cancelled orders come in once more. */
export async function offAndOn(scene: IkasScene, cancelled: readonly OrderState[]): Promise<void> {
	const { site, random, say } = scene;
	const { shop } = site;
	const settings = { withUnpaid: true, reason: 'Stocktaking' };
	say('switching order sync off; customers go on ordering');
	await saveSettings(site, { ...settings, orderSync: false });
	const before = await shop.lastCall();
	const meanwhile = await shop.place(drafts(25, random));
	await each(cancelled, ({ id }) => shop.edit(id, {}));
	await until('the interval to pass', async () => mayBegin(site), { seconds: 150 });
	const { status } = await site.play('sync-orders');
	check(status === 'success', `the workflow to end well while sync is off, not ${status}`);
	check((await shop.lastCall()) === before, 'no call to ikas while sync is off');
	say('switching it on again');
	await saveSettings(site, { ...settings, orderSync: true });
	await shop.faults({ latencyMs: slowMs });
	await killInFlight(scene);
	await shop.faults({});
	await wholeSync(scene);
	const { row, reserved, isAssigned } = bookOf(scene.books());
	const seen = ({ id }: OrderState) => row(id) ?? 'nowhere';
	checkEach(meanwhile, 'orders placed while sync was off', ({ id }) => isAssigned(id), seen);
	checkEach(cancelled, 'cancelled orders that came again to stay so', isGone(row, reserved), seen);
}
