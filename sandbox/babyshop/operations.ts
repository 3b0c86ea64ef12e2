import type { Reply } from './answers';
import { documentOperations } from './documentOperations';
import { invoiceOperations } from './invoiceOperations';
import { orderOperations } from './orderOperations';
import { productOperations } from './productOperations';
import { shipOperations } from './shipOperations';
import { stockOperations } from './stockOperations';
import type { World } from './world';

/** A call of the API, once it is known who asks and what. */
export interface Operation {
	readonly name: string;
	answer(world: World, seller: string, body: unknown): Reply;
}

/** By name: the last part of the path (reference/babyshop-vinculum.md 7 to 12). */
export const operations: ReadonlyMap<string, Operation> = new Map(
	[
		...productOperations,
		...stockOperations,
		...orderOperations,
		...invoiceOperations,
		...documentOperations,
		...shipOperations,
	].map((operation) => [operation.name, operation]),
);
