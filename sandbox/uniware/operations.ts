import type { SandboxRequest } from '../wire';
import { facilityOperations } from './facilityOperations';
import { invoiceOperations } from './invoiceOperations';
import { itemOperations } from './itemOperations';
import { manifestOperations } from './manifestOperations';
import type { Operation } from './operation';
import { orderOperations } from './orderOperations';
import { packageOperations } from './packageOperations';
import { returnOperations } from './returnOperations';
import { shippingOperations } from './shippingOperations';
import { stockOperations } from './stockOperations';

const all: readonly Operation[] = [
	...orderOperations,
	...itemOperations,
	...stockOperations,
	...packageOperations,
	...invoiceOperations,
	...manifestOperations,
	...shippingOperations,
	...returnOperations,
	...facilityOperations,
];

const prefix = '/services/rest/v1';

const byPath = new Map(
	all.map((operation) => [`${operation.method ?? 'POST'} ${prefix}${operation.path}`, operation]),
);

export const operationOf = ({ method, path }: SandboxRequest): Operation | undefined =>
	byPath.get(`${method} ${path}`);
