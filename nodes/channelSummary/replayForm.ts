import { refused } from '../../domain/failure';
import type { RoutingRule } from '../../domain/routing';
import { replayStocks, type ReplayAsked } from '../../ledger/replayShapes';
import { readValue } from '../shared/readAs';
import { rulesSchema } from '../shared/rulesSchema';
import { link } from './address';
import { keeping } from './frame';
import { markup, type Html } from './html';
import type { View } from './words';

/** What somebody typed, as they typed it. */
export interface ReplayTyped {
	readonly rules: string;
	readonly days: string;
	/** `all` for those of all stores. */
	readonly stores: string;
	readonly stock: string;
}

/** As many as the page can wait for. */
const most = 10_000;
/** The newest orders that change, on one page. */
export const listed = 10;
const longest = 100_000;

export const untyped = (rules: readonly RoutingRule[]): ReplayTyped => ({
	...{ rules: JSON.stringify(rules, null, 2), days: '7', stores: 'one', stock: 'replayed' },
});

export async function askedBy(
	{ rules, days, stores, stock }: ReplayTyped,
	store: string,
): Promise<ReplayAsked> {
	return {
		store: stores === 'all' ? undefined : store,
		days: Number(days.trim() || NaN),
		draft: { rules: await rulesIn(rules) },
		stock: replayStocks.find((one) => one === stock) ?? 'replayed',
		most,
		listed,
	};
}

/** Says where the text is no JSON. */
async function rulesIn(text: string): Promise<readonly RoutingRule[]> {
	if (text.length > longest) throw refused('The rules are too long to be tried here.');
	const parse = async (): Promise<unknown> => JSON.parse(text);
	const [parsed] = await Promise.allSettled([parse()]);
	if (parsed.status === 'fulfilled') return readValue(parsed.value, 'Rules', rulesSchema);
	throw refused(`The rules are no JSON: ${(parsed.reason as Error).message}. Correct it.`);
}

export function replayForm(
	store: string,
	{ typed, token }: { readonly typed: ReplayTyped; readonly token: string },
	view: View,
): Html {
	const choice = (value: string, name: string, picked: string) =>
		markup`<option value="${value}"${value === picked && markup` selected`}>${name}</option>`;
	return markup`<form class="try" method="post" action="${link(keeping(view, { store, try: '1' }))}">
		<input type="hidden" name="try" value="${token}" />
		<label class="rules">
			Rules, as a list in JSON. The first that finds a hub wins.
			<textarea class="code" name="rules" required spellcheck="false">${`\n${typed.rules}`}</textarea>
		</label>
		<div class="acts">
			<label>
				Days
				<input type="number" name="days" min="1" max="31" required value="${typed.days}" />
			</label>
			<label>
				Orders of
				<select name="stores">
					${choice('one', 'this store', typed.stores)}${choice('all', 'all stores', typed.stores)}
				</select>
			</label>
			<label>
				Stock
				<select name="stock">
					${choice('replayed', 'what was there', typed.stock)}
					${choice('unlimited', 'unlimited', typed.stock)}
				</select>
			</label>
			<button class="go">Compare</button>
		</div>
	</form>`;
}
