import type { OrderDraft, OrderState } from '../../../sandbox/ikas/types';
import { killWhileTelling, slowMs } from '../../kill';
import { partnerOf } from '../../partnerOf';
import { wholeSync } from '../../syncs';
import type { OmsScene } from '../onOms';

/** The tokens have ended, and n8n is killed between the making of orders in the OMS, by that call, and their record. */
export async function killedHandingOver<Made>(
	scene: OmsScene<Made>,
	call: string,
	drafts: () => readonly OrderDraft[],
): Promise<readonly OrderState[]> {
	const { shop } = scene.site;
	await shop.oms.faults({ only: call, latencyMs: 2 * slowMs });
	await shop.oms.expireTokens();
	await shop.expireTokens();
	let placed: readonly OrderState[] = [];
	await killWhileTelling(partnerOf(scene), call, async () => {
		placed = await shop.place(drafts());
		await wholeSync(scene);
	});
	return placed;
}

/** What the OMS did to its callers since that call. */
export const mishapsSince = async <Made>({ site }: OmsScene<Made>, call: number) =>
	new Set(
		(await site.shop.oms.calls(call)).flatMap(({ fault, code, status }) => [fault ?? code, status]),
	);
