import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import type { HubEdit } from '../../domain/hubEdit';
import type { Address } from '../../domain/order';
import { count, groupOf, rowsOf } from '../shared/parameters';

/** What of the order is to change; what was left empty stays as it is. */
export function editOf(context: IExecuteFunctions, item: number): HubEdit {
	const lines = rowsOf(context, 'lines', item, ['line', 'quantity', 'sku']);
	const added = rowsOf(context, 'addedLines', item, ['quantity', 'sku']);
	return {
		lines: lines.map(({ line, quantity, sku }) => ({
			line,
			quantity: quantity === '' ? null : count(quantity, 'lines: quantity'),
			sku: sku === '' ? null : sku,
		})),
		added: added.map(({ quantity, sku }) => ({
			sku,
			quantity: count(quantity, 'addedLines: quantity'),
		})),
		shipTo: addressOf(groupOf(context, 'shipTo', item) ?? {}),
	};
}

/** Only the parts that were added; an empty one is taken off. */
function addressOf(given: IDataObject): Partial<Address> | null {
	const parts = Object.entries(given).map(([part, value]) => [part, partOf(part, value)]);
	return parts.length === 0 ? null : (Object.fromEntries(parts) as Partial<Address>);
}

const always = ['name', 'city', 'country'];

function partOf(part: string, value: unknown): string | null | readonly string[] {
	const text = String(value ?? '').trim();
	if (part === 'lines') return text.split('\n').map((line) => line.trim());
	return text === '' && !always.includes(part) ? null : text;
}
