import { hubStatuses } from '../../domain/hubStatus';
import { hasLeft } from '../../domain/transitions';
import type { StoreGlance, StoresGlance } from '../../ledger/overviewShapes';
import { link, type Address } from './address';
import { frame, keeping, type Page } from './frame';
import { healthOf, isProblem, onHold, type Health } from './health';
import { markup, type Html } from './html';
import { everyHour, spark } from './plot';
import { moment, plural, thousands, type View } from './words';

const perPage = 50;
export const hoursOfStores = 24;

interface Listed {
	readonly store: StoreGlance;
	readonly health: Health;
}

/** Every store, those first that somebody should look at. */
export function storesPage({ stores }: StoresGlance, asked: Address, view: View): Page {
	const listed = stores
		.map((store) => ({ store, health: healthOf(store) }))
		.sort((one, other) => one.health.rank - other.health.rank);
	const problems = listed.filter(({ health }) => isProblem(health));
	const found = listed.filter((one) => isAskedFor(one, asked));
	const from = Math.max(0, Math.floor(Number(asked.from ?? 0)) || 0);
	const shown = found.slice(from, from + perPage);
	const body = markup`<h1>${headline(problems.length, stores.length)}</h1>
		${totals(stores, view)} ${finder(stores, asked, view)}
		<section class="sheet">
			${shown.length === 0 ? nobody(stores, view) : table(shown, view)}
			${found.length > perPage && turning({ asked, from, of: found.length }, view)}
		</section>`;
	const title = problems.length === 0 ? 'Channel Summary' : `(${problems.length}) Channel Summary`;
	return frame(view, { title, body, at: 'stores', self: asked });
}

function isAskedFor({ store, health }: Listed, { q = '', channel, show }: Address): boolean {
	const text = `${store.code} ${store.channel} ${store.seller}`.toLowerCase();
	const isFound = q
		.toLowerCase()
		.split(/\s+/)
		.every((word) => text.includes(word));
	const isShown = show !== 'problems' || isProblem(health);
	return isFound && isShown && (channel === undefined || store.channel === channel);
}

const headline = (problems: number, stores: number) =>
	problems === 0
		? 'All stores are well'
		: `${problems} of ${plural(stores, 'store')} ${problems === 1 ? 'needs' : 'need'} attention`;

const sum = (stores: readonly StoreGlance[], of: (store: StoreGlance) => number) =>
	stores.reduce((so, store) => so + of(store), 0);

const ordersOf = (store: StoreGlance) => store.hours.reduce((so, { orders }) => so + orders, 0);

/** What has not come to its end yet. */
const openOf = ({ orders }: StoreGlance) =>
	hubStatuses
		.filter((status) => !hasLeft(status) && status !== 'cancelled')
		.reduce((so, status) => so + (orders[status] ?? 0), 0);

function totals(stores: readonly StoreGlance[], view: View): Html {
	const tile = (count: number, name: string, to: Address | null = null) => {
		const inside = markup`<b>${thousands(count)}</b><span>${name}</span>`;
		const tone = count === 0 ? 'zero' : '';
		if (to === null) return markup`<div class="${tone}">${inside}</div>`;
		return markup`<a class="${tone}" href="${link(keeping(view, to))}">${inside}</a>`;
	};
	const [exceptions, held, parked, returns, updates] = [
		sum(stores, (store) => store.exceptions),
		sum(stores, ({ orders }) => onHold(orders)),
		sum(stores, (store) => store.parked),
		sum(stores, (store) => store.returns),
		sum(stores, (store) => store.updates),
	];
	return markup`<section class="sheet tiles">
		${tile(stores.length, stores.length === 1 ? 'store' : 'stores')}
		${tile(sum(stores, ordersOf), `orders in ${hoursOfStores}\u00a0h`)}
		${tile(sum(stores, openOf), 'open orders')}
		${tile(exceptions, 'exceptions', { queue: 'exceptions' })}
		${tile(held, 'on hold', { queue: 'holds' })}
		${tile(parked, 'parked', { queue: 'parked' })}
		${tile(returns, 'returns', { queue: 'returns' })}
		${tile(updates, 'updates waiting', { queue: 'updates' })}
	</section>`;
}

function finder(stores: readonly StoreGlance[], { q, channel, show }: Address, view: View): Html {
	const channels = [...new Set(stores.map((store) => store.channel))].sort();
	const choice = (value: string, name: string, picked: string | undefined) =>
		markup`<option value="${value}"${(picked ?? '') === value && markup` selected`}>${name}</option>`;
	const isNarrowed = q !== undefined || channel !== undefined || show !== undefined;
	return markup`<form class="find" method="get">
		${view.live && markup`<input type="hidden" name="live" value="1" />`}
		<input
			type="search"
			name="q"
			value="${q ?? ''}"
			placeholder="Store, channel or seller"
			aria-label="Find a store"
		/>
		<select name="channel" aria-label="Channel">
			${choice('', 'Every channel', channel)}${channels.map((one) => choice(one, one, channel))}
		</select>
		<select name="show" aria-label="Which stores">
			${choice('', 'All stores', show)}${choice('problems', 'Need attention', show)}
		</select>
		<button>Show</button>
		${isNarrowed && markup`<a href="${link(keeping(view, {}))}">Show all</a>`}
	</form>`;
}

const nobody = (stores: readonly StoreGlance[], view: View): Html =>
	stores.length === 0
		? markup`<p class="empty">
				There is no store yet. Save the settings of one with its channel's node.
			</p>`
		: markup`<p class="empty">
				No store is like that. <a href="${link(keeping(view, {}))}">Show all</a>
			</p>`;

const table = (shown: readonly Listed[], view: View): Html =>
	markup`<table class="stores">
		<thead>
			<tr>
				<th>Store</th>
				<th>State</th>
				<th>Last ${hoursOfStores} h</th>
				<th class="n">Orders</th>
				<th class="n">Open</th>
				<th class="n">On hold</th>
				<th class="n">Parked</th>
				<th class="n">Exceptions</th>
				<th class="n">Returns</th>
				<th class="n">Updates</th>
				<th>Orders read</th>
			</tr>
		</thead>
		<tbody>
			${shown.map((one) => row(one, view))}
		</tbody>
	</table>`;

function row({ store, health }: Listed, view: View): Html {
	const figure = (count: number, label: string) =>
		markup`<td class="n${count === 0 && ' zero'}" data-label="${label}">${thousands(count)}</td>`;
	const read = store.syncs.find(({ kind, state }) => readsOrders.includes(kind) && state !== 'off');
	return markup`<tr>
		<td class="wide">
			<a href="${link(keeping(view, { store: store.code }))}"><strong>${store.code}</strong></a>
			<span class="under">${store.channel} · ${store.seller}</span>
		</td>
		<td class="wide"><span class="state ${health.tone}">${health.said}</span></td>
		<td class="half">${spark(everyHour(store.hours, view.now, hoursOfStores))}</td>
		${figure(ordersOf(store), 'Orders')}${figure(openOf(store), 'Open')}
		${figure(onHold(store.orders), 'On hold')}${figure(store.parked, 'Parked')}
		${figure(store.exceptions, 'Exceptions')}${figure(store.returns, 'Returns')}
		${figure(store.updates, 'Updates')}
		<td class="small dim half" data-label="Orders read">
			${read === undefined || read.lastEndedAt === null ? '–' : moment(read.lastEndedAt, view)}
		</td>
	</tr>`;
}

const readsOrders: readonly string[] = ['orders', 'fulfilments'];

function turning(
	{ asked, from, of }: { asked: Address; from: number; of: number },
	view: View,
): Html {
	const to = (at: number, name: string) =>
		markup`<a href="${link(keeping(view, { ...asked, from: `${at}` }))}">${name}</a>`;
	return markup`<div class="more">
		<span>${from > 0 && to(Math.max(0, from - perPage), 'Before')}</span>
		<span class="dim">${from + 1} to ${Math.min(of, from + perPage)} of ${of}</span>
		<span>${from + perPage < of && to(from + perPage, 'Next')}</span>
	</div>`;
}
