import { Failure } from '../../domain/failure';
import type { Http } from '../connector';
import { part, partOrNull, reading, rows, sound, text } from '../fields';
import { ask } from './answer';
import { beginEdit, commitEdit, setLine } from './editRequests';
import { refusalsIn } from './refusal';
import type { Refusal } from './refusal';
import type { ShopifyData } from './types';

/** A line of an order, and how many units of it are to be left. */
export interface LineEdit {
	readonly line: string;
	readonly quantity: number;
}

/**
 * Sets the quantities in one edit and gives the rest back to stock. Until the commit nothing has changed, and an edit that is
 * never committed is forgotten. Answers why Shopify does not do it.
 */
export async function edit(
	http: Http,
	order: string,
	edits: readonly LineEdit[],
): Promise<readonly Refusal[]> {
	const begun = await begin(http, order);
	if ('refusals' in begun) return begun.refusals;
	for (const { line, quantity } of edits) {
		const refusals = await set(http, begun.id, { line: lineIn(begun, line), quantity });
		if (refusals.length > 0) return refusals;
	}
	return await commit(http, begun.id);
}

interface Begun {
	readonly id: string;
	readonly lines: readonly string[];
}

async function begin(
	http: Http,
	order: string,
): Promise<Begun | { readonly refusals: readonly Refusal[] }> {
	const { data } = await ask(http, beginEdit(order));
	const from = reading<ShopifyData>(data);
	const payload = part(from, 'orderEditBegin');
	const refusals = refusalsIn(payload);
	const found = refusals.length > 0 ? null : partOrNull(payload, 'calculatedOrder');
	const begun = found && {
		id: text(found, 'id'),
		lines: rows(part(found, 'lineItems'), 'nodes').map((line) => text(line, 'id')),
	};
	sound('shopify', from);
	if (begun !== null) return begun;
	if (refusals.length > 0) return { refusals };
	throw new Failure('malformed', 'shopify: answered neither an edit nor why not. Try again.');
}

/** A line under edit has the number of the line, which is written nowhere (docs/shopify.md). */
function lineIn({ lines }: Begun, id: string): string {
	const found = lines.find((one) => numberOf(one) === numberOf(id));
	if (found !== undefined) return found;
	throw new Failure(
		'rejected',
		`shopify: does not show line ${id} in the edit of its order. Take the units off there by hand.`,
	);
}

const numberOf = (id: string) => id.slice(id.lastIndexOf('/') + 1);

async function set(
	http: Http,
	id: string,
	{ line, quantity }: LineEdit,
): Promise<readonly Refusal[]> {
	const { data } = await ask(http, setLine(id, line, quantity));
	const from = reading<ShopifyData>(data);
	const refusals = refusalsIn(part(from, 'orderEditSetQuantity'));
	sound('shopify', from);
	return refusals;
}

async function commit(http: Http, id: string): Promise<readonly Refusal[]> {
	const { data } = await ask(http, commitEdit(id, 'Units cancelled, by Order Hub'));
	const from = reading<ShopifyData>(data);
	const refusals = refusalsIn(part(from, 'orderEditCommit'));
	sound('shopify', from);
	return refusals;
}
