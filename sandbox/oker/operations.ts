import { catalogOperations } from './catalogOperations';
import { connectionOperations } from './connectionOperations';
import type { Operation } from './operation';
import { orderOperations } from './orderOperations';
import { packOperations } from './packOperations';
import { shipOperations } from './shipOperations';
import { stockOperations } from './stockOperations';

const all: readonly Operation[] = [
	...connectionOperations,
	...catalogOperations,
	...stockOperations,
	...orderOperations,
	...packOperations,
	...shipOperations,
];

export const operationOf = (id: string): Operation | undefined => all.find((one) => one.id === id);
