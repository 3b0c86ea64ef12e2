import { Failure } from '../../domain/failure';
import type { Unreadable } from '../../domain/order';
import type { Http } from '../connector';
import { isFields, part, reading } from '../fields';
import { ask } from './answer';
import type { Answer, BrokenRow } from './answer';
import { unreadable } from './mapper';
import * as requests from './requests';
import type { OrdersChanged } from './requests';
import type { IkasData } from './types';

/** More on one page than a few bad records: then something else is wrong. */
const mostBroken = 5;

export interface Around {
	readonly answer: Answer;
	/** Orders that ikas could not answer, left out of it. */
	readonly broken: readonly Unreadable[];
}

/** The page without the orders that would cost all of it: two more calls for each. */
export async function ordersAround(
	http: Http,
	asked: OrdersChanged,
	permission: string,
): Promise<Around> {
	const broken: Unreadable[] = [];
	for (;;) {
		const here = { ...asked, without: broken.map(({ id }) => id ?? '') };
		const answer = await ask(http, requests.ordersChanged(here), permission);
		if (answer.broken === null) return { answer, broken };
		if (broken.length === mostBroken) throw tooMany(answer.broken);
		const { data } = await ask(http, requests.orderIdsChanged(here), permission);
		broken.push(rowAt(data, answer.broken));
	}
}

function rowAt(data: Answer['data'], { index, message }: BrokenRow): Unreadable {
	const { data: rows } = part(reading<IkasData>(data), 'listOrder').fields;
	const raw: unknown = Array.isArray(rows) ? rows[index] : undefined;
	const record = unreadable(raw, [`ikas cannot answer this order: ${message}`]);
	if (!isFields(raw) || record.id === null) throw tooMany({ index, message });
	return record;
}

const tooMany = ({ message }: BrokenRow) =>
	new Failure(
		'malformed',
		`ikas: could not answer the page of orders (${message}). Tell the support of ikas if it stays so.`,
	);
