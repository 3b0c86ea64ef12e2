import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Fields } from '../../channels/fields';

/** Amazon's own models: they lie beside the repository, not in it, and not on every machine. */
const models = join(__dirname, '../../../shared/contracts/amazon/models');

export const hasModels = existsSync(models);

/** A call and its answer, as Amazon's static sandbox has them (reference/amazon-seller-flex.md 16.1). */
export interface Pair {
	readonly operation: string;
	readonly method: string;
	readonly path: string;
	readonly status: number;
	readonly parameters: Readonly<Record<string, { readonly value: unknown }>>;
	readonly response: Fields;
}

interface Operation {
	readonly operationId: string;
	readonly responses: Readonly<
		Record<
			string,
			{
				readonly 'x-amzn-api-sandbox'?: {
					readonly static: readonly {
						readonly request: { readonly parameters: Pair['parameters'] };
						readonly response: Fields;
					}[];
				};
			}
		>
	>;
}

/** Those of a model, in the order in which it has them. */
export function pairsIn(file: string): readonly Pair[] {
	const { paths } = JSON.parse(readFileSync(join(models, file), 'utf8')) as {
		readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
	};
	return Object.entries(paths).flatMap(([path, operations]) =>
		Object.entries(operations).flatMap(([method, { operationId, responses = {} }]) =>
			Object.entries(responses).flatMap(([status, answer]) =>
				(answer['x-amzn-api-sandbox']?.static ?? []).map(({ request, response }) => ({
					operation: operationId,
					method: method.toUpperCase(),
					path,
					status: Number(status),
					parameters: request.parameters,
					response,
				})),
			),
		),
	);
}
