import type {
	IBinaryKeyData,
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
} from 'n8n-workflow';
import { failureOf, messageOf } from './failureOf';

/** One item to give. Leaves on the first output unless it names another. */
export interface Row {
	readonly json: object;
	readonly output?: number;
	readonly binary?: IBinaryKeyData;
}

export type Paired = Row & { readonly pairedItem: INodeExecutionData['pairedItem'] };

export type Execute = (context: IExecuteFunctions) => Promise<INodeExecutionData[][]>;

export const one = (json: object, output = 0): readonly Row[] => [{ json, output }];

export const many = (values: Iterable<object>, output = 0): readonly Row[] =>
	[...values].map((json) => ({ json, output }));

export function outputsOf(rows: readonly Paired[]): INodeExecutionData[][] {
	const outputs: INodeExecutionData[][] = [[]];
	for (const { json, output = 0, pairedItem, binary } of rows) {
		while (outputs.length <= output) outputs.push([]);
		outputs[output]?.push({
			json: json as IDataObject,
			pairedItem,
			...(binary !== undefined && { binary }),
		});
	}
	return outputs;
}

/** n8n takes an item for the error output by exactly these keys, and adds them to the item that came in. */
export const failed = (thrown: unknown): Row => ({
	json: {
		error: messageOf(failureOf(thrown) ?? thrown),
		details: {
			kind: failureOf(thrown)?.kind ?? 'rejected',
			retryAfterMs: failureOf(thrown)?.retryAfterMs ?? null,
		},
	},
});
