import type { Reply } from './answers';
import type { Family } from './callTypes';
import type { World } from './world';

/** A call whose caller is known. */
export interface Asked {
	/** What stands in the path, by the name in the operation's. */
	readonly params: Readonly<Record<string, string>>;
	readonly query: URLSearchParams;
	/** JSON as it came. */
	readonly body: unknown;
	/** Scheme and host that it came to. */
	readonly origin: string;
}

export interface Operation {
	readonly name: string;
	readonly method: 'GET' | 'POST' | 'PUT';
	/** Below the prefix; `:name` stands for one segment. */
	readonly path: string;
	readonly family: Family;
	/** With which switch off it is refused (reference/omniful.md 1.1, 7). */
	readonly needs?: 'orderSync' | 'inventorySync';
	answer(world: World, asked: Asked): Reply;
}
