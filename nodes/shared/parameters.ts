import { DateTime } from 'luxon';
import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { refused } from '../../domain/failure';
import { instant, type Instant } from '../../domain/instant';
import type { Order } from '../../domain/order';
import type { PageStored, SyncPage, SyncRun } from '../../ledger/syncShapes';

type Item = IDataObject & Partial<SyncPage> & Partial<PageStored>;

/** The text of a parameter, or what was picked where it is a resource locator. */
export const text = (context: IExecuteFunctions, name: string, item: number): string =>
	String(context.getNodeParameter(name, item, '', { extractValue: true }) ?? '').trim();

export const whole = (context: IExecuteFunctions, name: string, item: number): number =>
	count(context.getNodeParameter(name, item), name);

/** Units that come or go: whole, negative for fewer. */
export function change(context: IExecuteFunctions, name: string, item: number): number {
	const given = Number(context.getNodeParameter(name, item));
	if (Number.isSafeInteger(given)) return given;
	throw refused(`${name}: ${given} is not a whole number. Enter 5 for more or -5 for fewer.`);
}

/** A list typed with commas, or one that an expression gave. */
export const listed = (given: unknown): readonly string[] =>
	(Array.isArray(given) ? given : String(given ?? '').split(','))
		.map((entry) => String(entry).trim())
		.filter((entry) => entry !== '');

/** The moment that was picked, or null where none was. Without an offset it is meant in the workflow's time zone. */
export function momentOf(context: IExecuteFunctions, name: string, item: number): Instant | null {
	const typed = text(context, name, item);
	if (typed === '') return null;
	const moment = DateTime.fromISO(typed, { zone: context.getTimezone() });
	if (moment.isValid) return instant(moment.toMillis());
	throw refused(
		`${name}: "${typed}" is not a date. Pick one, or write it like 2026-03-02T10:15:00Z.`,
	);
}

export const flag = (context: IExecuteFunctions, name: string, item: number): boolean =>
	context.getNodeParameter(name, item) === true;

/** The rows of a fixed collection; a resource locator in a row is given as what was picked. */
export function rowsOf<Name extends string>(
	context: IExecuteFunctions,
	name: string,
	item: number,
	columns: readonly Name[],
): readonly Readonly<Record<Name, string>>[] {
	const rows = context.getNodeParameter(`${name}.rows`, item, []) as IDataObject[];
	return rows.map(
		(row) =>
			Object.fromEntries(columns.map((column) => [column, picked(row[column])])) as Record<
				Name,
				string
			>,
	);
}

/** The values of a collection or of one group of a fixed collection, or null where the user did not add it. */
export const groupOf = (
	context: IExecuteFunctions,
	name: string,
	item: number,
): IDataObject | null => context.getNodeParameter(name, item, null) as IDataObject | null;

/** An entry of the Options collection, or null where the user did not add it. */
export const option = (context: IExecuteFunctions, name: string, item: number): unknown =>
	context.getNodeParameter(`options.${name}`, item, null);

export function count(value: unknown, name: string): number {
	// An empty cell is no count: read as 0 it would say that nothing is there.
	const number = Number(String(value).trim() || NaN);
	if (Number.isInteger(number) && number >= 0) return number;
	throw refused(`${name}: ${String(value)} is not a whole number. Enter 0, 1, 2 and so on.`);
}

/** Where the list offers only certain words, the one that was given. An expression may give any. */
export function oneOf<Word extends string>(
	words: readonly Word[],
	given: string,
	name: string,
): Word {
	const word = words.find((known) => known === given);
	if (word !== undefined) return word;
	throw refused(`${name}: "${given}" is not one of ${words.join(', ')}. Pick one from the list.`);
}

export const jsonOf = (context: IExecuteFunctions, item: number): Item =>
	context.getInputData()[item]?.json ?? {};

/** The run on the item, as Sync Begin gave it. */
export function runOf(context: IExecuteFunctions, item: number): SyncRun {
	const { run } = jsonOf(context, item);
	if (run !== undefined && typeof run === 'object') return run;
	throw refused('The item holds no run. Connect this node behind Sync Begin.');
}

export const isPage = (json: IDataObject): boolean =>
	typeof json.run === 'object' && Array.isArray(json.orders);

/** The page on the item, as Get Page and Order Status Map gave it. */
export function pageOf(context: IExecuteFunctions, item: number): SyncPage {
	const json = jsonOf(context, item);
	if (isPage(json)) return json as unknown as SyncPage;
	throw refused('The item holds no page of orders. Connect this node behind Get Page.');
}

export function orderOf(context: IExecuteFunctions, item: number): Order {
	const json = jsonOf(context, item);
	if (typeof json.id === 'string' && Array.isArray(json.statuses)) return json as unknown as Order;
	throw refused(
		'The item holds no order: "id" or "statuses" is missing. Switch Simplify off where the order is read.',
	);
}

const picked = (cell: unknown): string =>
	String(
		(typeof cell === 'object' && cell !== null && 'value' in cell ? cell.value : cell) ?? '',
	).trim();
