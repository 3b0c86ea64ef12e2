import { check } from '../../story/check';
import { attend, wholeSync } from '../../syncs';
import { until } from '../../until';
import type { BabyshopScene } from '../scene';

/** How long the channel counts calls. */
const windowMs = 300_000;

const operation = 'productFetch';

/** The quota of an operation that the story can do without for a while is used up. Answers when, by the machine's clock. */
export async function tooMany({ site, say }: BabyshopScene): Promise<number> {
	say('the quota of the catalog is used up');
	const before = await site.shop.lastCall();
	await site.shop.faults({ code13: 1, only: operation, forTheNext: 1 });
	const met = await until(
		'a call to be one too many',
		async () => {
			await attend(site, 'catalog');
			return (await site.shop.calls(before)).find(({ responseCode: code }) => code === 13)?.wallAt;
		},
		{ everyMs: 1000 },
	);
	await site.shop.faults({});
	return met;
}

/** Nobody asked again before the five minutes were over, and then the catalog came in. */
export async function againLater(scene: BabyshopScene, met: number): Promise<void> {
	await wholeSync(scene, 'catalog', met + 1);
	const next = (await scene.site.shop.calls()).find(
		({ kind, wallAt }) => kind === operation && wallAt > met,
	);
	const waited = (next?.wallAt ?? 0) - met;
	check(waited >= windowMs, `no call for five minutes, not ${waited} ms`);
}
