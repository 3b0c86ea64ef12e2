/** How many open orders each hub has while time goes on: what it takes is open until it leaves. */
export interface OpenLoad {
	/** Asked for moments one after the other. */
	at(ms: number): (hub: string) => number;
	add(hub: string, leavesAt: number): void;
}

interface Departure {
	readonly hub: string;
	readonly ms: number;
}

export function openLoad(from: ReadonlyMap<string, number>): OpenLoad {
	const open = new Map(from);
	/** The next one to leave is the last. */
	const departures: Departure[] = [];
	const change = (hub: string, by: number) => open.set(hub, (open.get(hub) ?? 0) + by);
	return {
		at(ms) {
			for (let next = departures.at(-1); next !== undefined && next.ms <= ms; ) {
				change(next.hub, -1);
				departures.pop();
				next = departures.at(-1);
			}
			return (hub) => open.get(hub) ?? 0;
		},
		add(hub, ms) {
			change(hub, 1);
			if (ms !== Infinity) departures.splice(placeOf(departures, ms), 0, { hub, ms });
		},
	};
}

/** Where the departure belongs among those that come later and those that come before. */
function placeOf(departures: readonly Departure[], ms: number): number {
	let [low, high] = [0, departures.length];
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((departures[middle]?.ms ?? 0) > ms) low = middle + 1;
		else high = middle;
	}
	return low;
}
