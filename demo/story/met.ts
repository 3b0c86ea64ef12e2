import type { Scene } from '../scene';
import { until } from '../until';
import { waiting } from '../updates';

interface Calls {
	calls(after: number): Promise<ReadonlyArray<{ readonly kind: string; readonly fault?: unknown }>>;
}

interface Weather {
	/** Only what meets calls of that name counts, */
	readonly call: string;
	/** that were made after this one. */
	readonly after: number;
	readonly wanted: readonly string[];
}

/** What is still to be told is told in this weather, until all of it was met: whoever comes next may change it. */
export async function untilWeatherMet(
	{ site }: { readonly site: Scene['site'] & { readonly shop: Calls } },
	{ call, after, wanted }: Weather,
): Promise<void> {
	const met = async () =>
		(await site.shop.calls(after)).flatMap(({ kind, fault }) => (kind === call ? [fault] : []));
	await until(
		`${wanted.join(' and ')} to be met by ${call} of ${site.channel}`,
		async () => {
			if (waiting(site).due > 0) await site.start(site.telling);
			const faults = await met();
			return wanted.every((one) => faults.includes(one));
		},
		{ seconds: 900, everyMs: 5000, seen: met },
	);
}
