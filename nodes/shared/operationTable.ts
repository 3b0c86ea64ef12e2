import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { refused } from '../../domain/failure';
import { asNodeError } from './asNodeError';
import type { Execute } from './row';

export interface OperationTable {
	readonly keys: readonly string[];
	run(context: IExecuteFunctions): Promise<INodeExecutionData[][]>;
}

/** Operations by `resource:operation` as the user picks them, or by `operation` where a node has no resources. */
export const operationTable = (operations: Readonly<Record<string, Execute>>): OperationTable => ({
	keys: Object.keys(operations),
	async run(context) {
		const picked = (name: string) => String(context.getNodeParameter(name, 0, ''));
		const key = [picked('resource'), picked('operation')].filter((part) => part !== '').join(':');
		const execute = operations[key];
		if (execute === undefined) {
			throw asNodeError(
				context.getNode(),
				refused(`The operation ${key} does not exist. Pick one from the list.`),
			);
		}
		return await execute(context);
	},
});
