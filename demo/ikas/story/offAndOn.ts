import type { OrderState } from '../../../sandbox/ikas/types';
import { check } from '../../story/check';
import { isUnderWay, mayBegin } from '../../syncs';
import { until } from '../../until';
import { drafts } from '../drafts';
import { saveSettings } from '../saveSettings';
import type { IkasScene } from '../scene';

/** What a sync asks first. What could not be read is asked for by its ids, once an hour. */
const poll = 'OrdersChanged';

/** Order sync is off for longer than its interval while customers go on ordering. Answers what they ordered. */
export async function offAndOn(scene: IkasScene): Promise<readonly OrderState[]> {
	const { site, random, say } = scene;
	const { shop } = site;
	const settings = { withUnpaid: false, reason: 'Stocktaking' };
	say('switching order sync off; customers go on ordering');
	await saveSettings(site, { ...settings, orderSync: false });
	await until('the last sync to end', async () => !isUnderWay(site, 'orders'));
	const before = await shop.lastCall();
	const meanwhile = await shop.place(drafts(25, random));
	await until('the interval to pass', async () => mayBegin(site));
	const { status } = await site.play('sync-orders');
	check(status === 'success', `the workflow to end well while sync is off, not ${status}`);
	const polls = (await shop.calls(before)).filter(({ operation }) => operation === poll);
	check(polls.length === 0, 'no call for orders of ikas while sync is off');
	say('switching it on again');
	await saveSettings(site, { ...settings, orderSync: true });
	return meanwhile;
}
