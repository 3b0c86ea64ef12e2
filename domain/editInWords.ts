import type { HubEdit } from './hubEdit';
import { oneLine } from './oneLine';
import type { Order, OrderLine } from './order';
import { isOwnLine, openOf } from './ownLines';

export interface EditInWords {
	/** What was changed, for the order log. */
	readonly said: readonly string[];
	/** What no channel can be told. */
	readonly untold: readonly string[];
}

/** What was changed, for the order log, and what of it no channel can be told. */
export function editInWords(
	{ lines: was }: Order,
	is: readonly OrderLine[],
	{ shipTo }: HubEdit,
): EditInWords {
	const said: string[] = [];
	const untold: string[] = [];
	for (const line of is) {
		const before = was.find(({ id }) => id === line.id);
		if (before === undefined || (isOwnLine(line.id) && openOf(line) !== openOf(before))) {
			const more = `${openOf(line)} of SKU ${oneLine(line.sku ?? 'of its listing')} in line ${line.id} of the hub`;
			said.push(more);
			untold.push(more);
			continue;
		}
		if (line.sku !== before.sku) {
			said.push(
				`line ${oneLine(line.id)} is SKU ${oneLine(line.sku ?? '')}, was ${oneLine(before.sku ?? 'none')}`,
			);
			untold.push(`line ${oneLine(line.id)} is another SKU`);
		}
		if (openOf(line) !== openOf(before))
			said.push(`line ${oneLine(line.id)}: ${openOf(line)} to ship, were ${openOf(before)}`);
	}
	if (shipTo !== null) {
		said.push(`address: ${Object.keys(shipTo).join(', ')}`);
		untold.push('the address');
	}
	return { said, untold };
}
