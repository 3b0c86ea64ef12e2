import type { SandboxRequest } from '../wire';
import type { Reply } from './answers';
import { documentOperations } from './documentOperations';
import { feedOperations } from './feedOperations';
import { itemOperations } from './itemOperations';
import { orderOperations } from './orderOperations';
import { packingOperations } from './packingOperations';
import { productOperations } from './productOperations';
import type { Query } from './query';
import { sellerOperations } from './sellerOperations';
import { statusOperations } from './statusOperations';
import { stockOperations } from './stockOperations';
import { trackingOperations } from './trackingOperations';
import type { World } from './world';

/** A call whose caller is known. */
export interface Asked {
	readonly params: Readonly<Record<string, string>>;
	readonly query: Query;
	readonly request: SandboxRequest;
}

export interface Operation {
	readonly name: string;
	/** Method and path, with `{names}`. */
	readonly at: string;
	answer(world: World, asked: Asked): Reply;
}

const all: readonly Operation[] = [
	...orderOperations,
	...itemOperations,
	...packingOperations,
	...statusOperations,
	...trackingOperations,
	...documentOperations,
	...productOperations,
	...stockOperations,
	...feedOperations,
	...sellerOperations,
];

const patterns = all.map((operation) => ({
	operation,
	pattern: new RegExp(`^${operation.at.replace(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`),
}));

export interface Matched {
	readonly operation: Operation;
	readonly params: Asked['params'];
}

/** As the path has it, where it is no encoding of anything. */
const decoded = (text: string) => {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
};

export const operationOf = ({ method, path }: SandboxRequest): Matched | null => {
	for (const { operation, pattern } of patterns) {
		const match = pattern.exec(`${method} ${path}`);
		if (!match) continue;
		const params = Object.entries(match.groups ?? {}).map(([name, text]) => [name, decoded(text)]);
		return { operation, params: Object.fromEntries(params) };
	}
	return null;
};
