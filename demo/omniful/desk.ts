import { until } from '../until';
import type { OmnifulScene } from './scene';

/** What the node says when there are too many calls in a minute: whoever stands there tries again. */
const isTooEarly = (error: unknown) => /no call may be sent/.test(`${error}`);

/** People in the hub let orders go that wait for somebody in Omniful, with a node that the workflow `settings.json` has for it. */
export async function approve(
	{ site: { warehouse } }: OmnifulScene,
	orders: readonly string[],
): Promise<void> {
	const rows = orders.map((order) => ({ order }));
	await until(
		'Omniful to take approvals',
		() =>
			warehouse.tell('omniful-approve', rows).then(
				() => true,
				(error: unknown) => (isTooEarly(error) ? false : Promise.reject(error)),
			),
		{ everyMs: 5000 },
	);
}
