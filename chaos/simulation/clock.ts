const MachineDate = Date;

/** When every simulated day begins. */
const dawn = MachineDate.parse('2026-03-02T08:00:00.000Z');

let now = dawn;

/** What every clock of this process shows, once it is installed: it stands still until it is moved. */
export const clock = {
	now: () => now,
	moveTo(at: number) {
		now = Math.max(now, at);
	},
	reset() {
		now = dawn;
	},
};

class SimulatedDate extends MachineDate {
	constructor(...given: readonly unknown[]) {
		super(...((given.length === 0 ? [now] : given) as [number]));
	}

	static override now(): number {
		return now;
	}
}

/** Replaces the machine's clocks. Before anything is loaded that keeps one of them. */
export function installClock(): void {
	Object.assign(globalThis, { Date: SimulatedDate });
	performance.now = () => now - dawn;
}
