import { until } from '../until';
import type { OmnifulScene } from './scene';

const minuteMs = 60_000;

/** Of the 60 calls that Omniful takes in a minute. */
const most = 25;

/** Waits until there is room for more calls: what a kill is to meet must not have to wait for it. */
export const rested = ({ site: { shop } }: OmnifulScene): Promise<unknown> =>
	until(
		'Omniful to have room for more calls',
		async () => {
			const since = Date.now() - minuteMs;
			return (await shop.oms.calls()).filter(({ wallAt }) => wallAt > since).length <= most;
		},
		{ everyMs: 2000 },
	);
