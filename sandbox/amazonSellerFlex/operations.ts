import type { SandboxRequest } from '../wire';
import type { Reply } from './answers';
import { feedOperations } from './feedOperations';
import { listingOperations } from './listingOperations';
import type { OperationName } from './quotas';
import { shipmentOperations } from './shipmentOperations';
import { stockOperations } from './stockOperations';
import type { AmazonRole } from './types';
import type { World } from './world';

/** A call whose caller is known and whose body is read. */
export interface Asked {
	readonly params: Readonly<Record<string, string>>;
	readonly query: Readonly<Record<string, string>>;
	/** Undefined when there is none. */
	readonly body: unknown;
	/** Where the presigned addresses lead to. */
	readonly host: string;
}

export interface Operation {
	readonly name: OperationName;
	/** Method and path, with `{names}`. */
	readonly at: string;
	/** One of them is enough; none is needed when there is none. */
	readonly roles: readonly AmazonRole[];
	/** Only for merchants that Amazon has put on its list. */
	readonly isListed: boolean;
	answer(world: World, asked: Asked): Reply;
}

const all: readonly Operation[] = [
	...shipmentOperations,
	...stockOperations,
	...listingOperations,
	...feedOperations,
];

const patterns = all.map((operation) => ({
	operation,
	pattern: new RegExp(`^${operation.at.replace(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`),
}));

export interface Matched {
	readonly operation: Operation;
	readonly params: Readonly<Record<string, string>>;
}

export const operationOf = ({ method, path }: SandboxRequest): Matched | null => {
	for (const { operation, pattern } of patterns) {
		const match = pattern.exec(`${method} ${path}`);
		if (!match) continue;
		const params = Object.entries(match.groups ?? {}).map(([name, text]) => [
			name,
			decodeURIComponent(text),
		]);
		return { operation, params: Object.fromEntries(params) };
	}
	return null;
};
