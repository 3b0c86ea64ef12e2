/** Waits that can be cut short. */
export function rests() {
	const sleepers = new Set<() => void>();
	return {
		rest: (ms: number) =>
			new Promise<void>((resolve) => {
				const wake = () => {
					clearTimeout(timer);
					sleepers.delete(wake);
					resolve();
				};
				const timer = setTimeout(wake, ms);
				sleepers.add(wake);
			}),
		wakeAll: () => {
			for (const wake of [...sleepers]) wake();
		},
	};
}
