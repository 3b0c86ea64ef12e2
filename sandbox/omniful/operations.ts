import type { SandboxRequest } from '../wire';
import { accountOperations } from './accountOperations';
import type { Operation } from './operation';
import { orderOperations } from './orderOperations';
import { orderReads } from './orderReads';
import { returnOperations } from './returnOperations';
import { shipmentOperations } from './shipmentOperations';
import { stockOperations } from './stockOperations';

export const prefix = '/sales-channel/public';

const operations: readonly Operation[] = [
	...accountOperations,
	// Before `/v1/seller/orders/:id`, and lists before what has an id.
	...orderReads,
	...orderOperations,
	...shipmentOperations,
	...stockOperations,
	...returnOperations,
];

const paramsIn = (pattern: string, path: string): Readonly<Record<string, string>> | null => {
	const [wanted, given] = [pattern.split('/'), path.split('/')];
	if (wanted.length !== given.length) return null;
	const params: Record<string, string> = {};
	for (const [at, part] of wanted.entries()) {
		const value = given[at] ?? '';
		if (part.startsWith(':')) params[part.slice(1)] = decodeURIComponent(value);
		else if (part !== value) return null;
	}
	return params;
};

/** What answers, and what stands in the path for its names; null where nothing does. */
export const operationOf = ({ method, path }: SandboxRequest) => {
	if (!path.startsWith(prefix)) return null;
	const below = path.slice(prefix.length);
	for (const operation of operations) {
		if (operation.method !== method) continue;
		const params = paramsIn(operation.path, below);
		if (params) return { operation, params };
	}
	return null;
};
