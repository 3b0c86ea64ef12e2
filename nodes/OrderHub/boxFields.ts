import type { INodeProperties } from 'n8n-workflow';

type Show = NonNullable<INodeProperties['displayOptions']>['show'];

const sides = [
	['Length', 'length', 'The outer length in centimetres'],
	['Width', 'width', 'The outer width in centimetres'],
	['Height', 'height', 'The outer height in centimetres'],
	['Weight', 'weight', 'The weight in grams, packing included'],
] as const;

/** How large and heavy something is. */
export const boxFields = (show: Show): INodeProperties[] =>
	sides.map(([displayName, name, description]) => ({
		displayName,
		name,
		type: 'number',
		required: true,
		default: 0,
		typeOptions: { numberPrecision: 2 },
		description,
		displayOptions: { show },
	}));
