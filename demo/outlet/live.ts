import type { OrderDraft, OrderState } from '../../sandbox/ikas/types';
import type { Random } from '../../sandbox/random';
import type { OmsScene, OnOms } from './onOms';

interface Life {
	drafts(count: number, random: Random): readonly OrderDraft[];
	/** The OMS ships the one that has waited longest. */
	shipOne(): Promise<void>;
}

/** All workflows run; customers order now and then, and cancel, and the OMS ships. */
export async function live<Made>(
	scene: OmsScene<Made>,
	{ name }: OnOms<Made>,
	{ drafts, shipOne }: Life,
): Promise<() => Promise<void>> {
	const { site, random } = scene;
	const { shop } = site;
	await site.publish('reconcile');
	let latest: readonly OrderState[] = [];
	return async () => {
		const [one] = latest;
		if (one && random() < 0.2) await shop.cancel(one.id);
		latest = await shop.place(drafts(1 + Math.floor(random() * 2), random));
		await shipOne();
		const { counts } = await shop.oms.state();
		scene.say(`${counts.orders} orders in ${name} after ${counts.calls} calls`);
	};
}
