import type { IExecuteFunctions } from 'n8n-workflow';
import type { Box } from '../../domain/box';
import { refused } from '../../domain/failure';

/** The size and weight that the user gave. */
export const boxOf = (context: IExecuteFunctions, item: number): Box => ({
	length: amount(context, 'length', item),
	width: amount(context, 'width', item),
	height: amount(context, 'height', item),
	weight: amount(context, 'weight', item),
});

function amount(context: IExecuteFunctions, name: string, item: number): number {
	const given: unknown = context.getNodeParameter(name, item, null);
	const number = Number(String(given ?? '').trim() || NaN);
	if (number > 0) return number;
	throw refused(
		`${name}: ${JSON.stringify(given ?? null)} is no number above 0. Enter ${name === 'weight' ? 'grams' : 'centimetres'}.`,
	);
}
