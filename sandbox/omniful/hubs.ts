import { SandboxRefusal } from '../wire';
import type { OmnifulHub } from './types';

export interface Hub {
	readonly code: string;
	readonly name: string;
	readonly active: boolean;
	readonly locationInventory: boolean;
}

export const usualHubs: readonly OmnifulHub[] = [
	{ code: 'RUH', name: 'Riyadh' },
	{ code: 'JED', name: 'Jeddah' },
];

const hubOf = ({ active = true, locationInventory = false, ...hub }: OmnifulHub): Hub => ({
	...hub,
	active,
	locationInventory,
});

export const hubs = (given: readonly OmnifulHub[]) => {
	let all = given.map(hubOf);
	const find = (code: string): Hub | null => all.find((hub) => hub.code === code) ?? null;
	return {
		set(next: readonly OmnifulHub[]) {
			all = next.map(hubOf);
		},
		find,
		/** Those that the integration is mapped to. */
		active: (): readonly Hub[] => all.filter(({ active }) => active),
		all: (): readonly Hub[] => all,
		/** Of a control call: the first one where none is named. */
		named(code?: string): string {
			const hub = code === undefined ? all[0] : find(code);
			if (hub) return hub.code;
			throw new SandboxRefusal(`there is no hub ${code}`);
		},
	};
};

export type Hubs = ReturnType<typeof hubs>;
