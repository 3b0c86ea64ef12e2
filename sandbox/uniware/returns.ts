import type { UniwareReturnState } from './stateTypes';

export type Return = UniwareReturnState & {
	readonly facility: string;
	readonly tracking: string | null;
	readonly provider: string | null;
	readonly createdAt: number;
	readonly updatedAt: number;
};

export type NewReturn = Omit<Return, 'code' | 'createdAt' | 'updatedAt'>;

export const returns = (now: () => number) => {
	const all = new Map<string, Return>();
	return {
		create(made: NewReturn): Return {
			const code = `RP${String(all.size + 1).padStart(5, '0')}`;
			const kept = { ...made, code, createdAt: now(), updatedAt: now() };
			all.set(code, kept);
			return kept;
		},
		become(code: string, status: string): Return | null {
			const known = all.get(code);
			if (!known) return null;
			const kept = { ...known, status, updatedAt: now() };
			all.set(code, kept);
			return kept;
		},
		find: (code: string): Return | null => all.get(code) ?? null,
		of: (order: string): readonly Return[] =>
			[...all.values()].filter((one) => one.order === order),
		all: (): readonly Return[] => [...all.values()],
	};
};
