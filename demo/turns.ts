import { AsyncLocalStorage } from 'node:async_hooks';

/** Who may do what at the same time: any number side by side, or one alone. */
export interface Turns {
	/** Does the work while nobody is alone. */
	sideBySide<Answer>(work: () => Promise<Answer>): Promise<Answer>;
	/** Does the work while nobody else does anything; waits for what has begun, and nothing begins before. */
	alone<Answer>(work: () => Promise<Answer>): Promise<Answer>;
}

/** What is done inside of a turn needs none of its own; only to be alone cannot be had among others. */
export function turns(): Turns {
	const inside = new AsyncLocalStorage<keyof Turns>();
	let active = 0;
	let isTaken = false;
	let wanting = 0;
	let change = Promise.withResolvers<void>();

	const changed = () => {
		change.resolve();
		change = Promise.withResolvers();
	};
	return {
		async sideBySide(work) {
			if (inside.getStore()) return await work();
			while (isTaken || wanting > 0) await change.promise;
			active++;
			try {
				return await inside.run('sideBySide', work);
			} finally {
				active--;
				changed();
			}
		},
		async alone(work) {
			const turn = inside.getStore();
			if (turn === 'sideBySide')
				throw new Error('expected nobody to want to be alone among others');
			if (turn) return await work();
			wanting++;
			while (isTaken || active > 0) await change.promise;
			wanting--;
			isTaken = true;
			try {
				return await inside.run('alone', work);
			} finally {
				isTaken = false;
				changed();
			}
		},
	};
}
