import type { Facts } from '../auditor/facts';
import type { Scene } from '../scene';
import { syncs, wholeSync } from '../syncs';
import { until } from '../until';

/** The calls among which is one sync of orders, and none but that: n8n's schedule may begin one as well, and then it is tried again. */
export async function idleSync(scene: Scene): Promise<Facts['idlePoll']> {
	const { site } = scene;
	let calls: Facts['idlePoll'] = null;
	await until('one sync of orders that no other one comes close to', async () => {
		await until('no sync to be under way', async () => syncs(site)[0]?.state !== 'running');
		const newest = syncs(site)[0]?.id ?? 0;
		const after = await site.shop.lastCall();
		await wholeSync(scene);
		calls = { after, upTo: await site.shop.lastCall() };
		return syncs(site).filter(({ id }) => id > newest).length === 1;
	});
	return calls;
}
