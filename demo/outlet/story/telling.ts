import { killWhileTelling, slowMs } from '../../kill';
import { partnerOf } from '../../partnerOf';
import { wholeSync } from '../../syncs';
import { allTold } from '../../updates';
import type { OmsScene } from '../onOms';

/** What may happen to the calls that tell the shop: their effect is there although the answer says otherwise, or nothing. */
const weather = { dropBefore: 0.1, dropAfter: 0.2, rate500: 0.1, cutOff: 0.1, latencyMs: 100 };

interface Telling {
	/** n8n reads what has left, and is killed. */
	read(): Promise<void>;
	/** More leaves while n8n tells, so that there is something to tell whenever the kill may come. */
	leave(): Promise<unknown>;
}

/** What has left comes in, and the shop hears of it; n8n is killed while it reads, and while it tells. */
export async function telling<Made>(
	scene: OmsScene<Made>,
	{ read, leave }: Telling,
): Promise<void> {
	const { site, say, random } = scene;
	const { shop } = site;
	say('what has left comes in, and the shop hears of it; n8n is killed while it reads and tells');
	await read();
	await shop.oms.faults({});
	await shop.faults({ only: 'fulfillOrder', latencyMs: 2 * slowMs });
	await killWhileTelling(scene, 'fulfillOrder', async () => {
		await leave();
		await wholeSync(partnerOf(scene), 'fulfilments');
	});
	await shop.faults({ ...weather, only: 'fulfillOrder', seed: Math.floor(random() * 2 ** 31) });
	await allTold(scene);
	await shop.faults({});
}
