import { editInWords, type EditInWords } from './editInWords';
import type { LineUnits } from './omsUnits';
import { isOwnLine, openOf, own } from './ownLines';
import type { Address, Order, OrderLine } from './order';
import { shown, skuFault } from './sku';

/** What a person changes of an order in the hub. */
export interface HubEdit {
	readonly lines: readonly LineEdit[];
	readonly added: readonly { readonly sku: string; readonly quantity: number }[];
	/** The parts that change; null for none. */
	readonly shipTo: Partial<Address> | null;
}

/** `quantity`: how many units are to be shipped of the line. Null for what stays as it is. */
export interface LineEdit {
	readonly line: string;
	readonly quantity: number | null;
	readonly sku: string | null;
}

/** What the channel says of the parts that a person has changed in the hub: until it says otherwise, the hub's count. */
export interface EditedInHub {
	readonly lines?: readonly OrderLine[];
	readonly shipTo?: Address | null;
}

export interface Edited extends EditInWords {
	readonly order: Order;
	/** Units that are cancelled alone by it. */
	readonly reduced: readonly LineUnits[];
}

/** The order with the change, or why it cannot be made, a sentence. */
export function edited(order: Order, edit: HubEdit): Edited | string {
	const fault = faultOf(order, edit);
	if (fault !== null) return fault;
	const lines = edit.lines.reduce(withLine, order.lines);
	const all = edit.added.reduce(
		(to, { sku, quantity }) => [...to, lineOf(to, order, sku, quantity)],
		lines,
	);
	const hasUnits = all.some((line) => !isOwnLine(line.id) && openOf(line) > 0);
	if (!hasUnits) return 'nothing that the channel sold is left of it. Cancel it instead.';
	const isLines = edit.lines.length + edit.added.length > 0;
	const shipTo = edit.shipTo === null ? order.shipTo : addressWith(order.shipTo, edit.shipTo);
	const kept: EditedInHub = {
		...order.hubEdit,
		...(isLines && { lines: order.hubEdit?.lines ?? order.lines }),
		...(edit.shipTo !== null && { shipTo: originalAddress(order) }),
	};
	return {
		order: { ...order, lines: all, shipTo, hubEdit: kept },
		reduced: reducedIn(order.lines, all),
		...editInWords(order, all, edit),
	};
}

const originalAddress = ({ hubEdit, shipTo }: Order) =>
	hubEdit?.shipTo === undefined ? shipTo : hubEdit.shipTo;

function faultOf(
	{ lines, isWhole }: Order,
	{ lines: changed, added, shipTo }: HubEdit,
): string | null {
	if (changed.length + added.length === 0 && shipTo === null) return 'nothing is to be changed.';
	if (isWhole === true && changed.length + added.length > 0)
		return 'the channel takes it only as a whole, so its lines cannot change. Cancel it instead.';
	const ids = lines.map(({ id }) => id);
	const unknown = changed.find(({ line }) => !ids.includes(line));
	if (unknown !== undefined)
		return `it has no line ${shown(unknown.line)}. Its lines are ${ids.join(', ')}.`;
	for (const { sku } of [...changed, ...added]) {
		const fault = sku === null ? null : skuFault(sku);
		if (fault !== null) return `SKU ${shown(sku ?? '')}: ${fault}.`;
	}
	const wrong = [...changed, ...added].find(
		({ quantity }) => quantity !== null && !(Number.isSafeInteger(quantity) && quantity >= 0),
	);
	return wrong === undefined ? null : `${wrong.quantity} is not a number of units. Use 0 or more.`;
}

/** Fewer units are cancelled ones. More go into a line of the hub's own: the channel has sold no more of its line. */
function withLine(lines: readonly OrderLine[], edit: LineEdit): readonly OrderLine[] {
	const at = lines.findIndex(({ id }) => id === edit.line);
	const line = lines[at];
	if (line === undefined) return lines;
	// A listing says which SKU it is: a line with another one is no longer of it.
	const named = edit.sku === null ? line : { ...line, sku: edit.sku, listing: null };
	const quantity = edit.quantity ?? openOf(line);
	const more = quantity - openOf(line);
	if (isOwnLine(line.id)) return lines.with(at, { ...named, ordered: line.cancelled + quantity });
	if (more <= 0) return lines.with(at, { ...named, cancelled: line.ordered - quantity });
	const extra = { ...named, id: nextId(lines), ordered: more, cancelled: 0 };
	return [...lines.with(at, named), extra];
}

const nextId = (lines: readonly OrderLine[]) =>
	`${own}${1 + Math.max(0, ...lines.filter(({ id }) => isOwnLine(id)).map(({ id }) => Number(id.slice(own.length))))}`;

const lineOf = (
	lines: readonly OrderLine[],
	{ total }: Order,
	sku: string,
	quantity: number,
): OrderLine => ({
	id: nextId(lines),
	listing: null,
	sku,
	title: sku,
	ordered: quantity,
	cancelled: 0,
	unitPrice: { minor: 0, currency: total.currency },
});

const nowhere: Address = {
	...{ name: '', company: null, lines: [], district: null, city: '', region: null },
	...{ postcode: null, country: '', phone: null, latitude: null, longitude: null },
};

/** Of another place nobody knows the coordinates. */
const addressWith = (was: Address | null, change: Partial<Address>): Address => ({
	...(was ?? nowhere),
	...(isElsewhere(change) && { latitude: null, longitude: null }),
	...change,
});

const isElsewhere = ({ lines, city, postcode, country }: Partial<Address>) =>
	[lines, city, postcode, country].some((part) => part !== undefined);

const reducedIn = (was: readonly OrderLine[], is: readonly OrderLine[]): readonly LineUnits[] =>
	is.flatMap((line) => {
		const before = was.find(({ id }) => id === line.id);
		const quantity = before === undefined ? 0 : line.cancelled - before.cancelled;
		return quantity > 0 && !isOwnLine(line.id) ? [{ line: line.id, quantity }] : [];
	});
