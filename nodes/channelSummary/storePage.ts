import { hubStatuses, hubStatusLabel } from '../../domain/hubStatus';
import type { StoreStanding } from '../../ledger/overviewShapes';
import type { SafetyStock } from '../../ledger/stockShapes';
import { link, type Address } from './address';
import { frame, keeping, type Page } from './frame';
import { healthOf, isProblem, onHold } from './health';
import { markup, type Html } from './html';
import { everyHour, plot } from './plot';
import { queues, type Part, type QueueName } from './queuePage';
import { syncsTable } from './syncsTable';
import { moment, thousands, type View } from './words';

export const hoursOfStore = 48;
export const rowsOfStore = 5;

interface Standing extends StoreStanding {
	/** The SKUs of which most is held back. */
	readonly safety: readonly SafetyStock[];
}

/** How one store stands, and the beginning of what waits there for a person. */
export function storePage(
	store: Standing,
	parts: Readonly<Partial<Record<QueueName, Part>>>,
	view: View,
): Page {
	const { code, channel, account, sellerName, syncs, hours } = store;
	const health = healthOf(store);
	const body = markup` <div class="head">
			<h1>${code}</h1>
			<span class="dim">${channel} · account ${account} · ${sellerName}</span>
			<span class="end state ${health.tone}">${health.said}</span>
		</div>
		${tiles(store, view)}
		<section class="sheet">
			<header><h2>Syncs</h2></header>
			${syncsTable(code, syncs, view)}
		</section>
		<div class="two">
			<section class="sheet">
				<div class="in">${plot(everyHour(hours, view.now, hoursOfStore), view)}</div>
			</section>
			<section class="sheet">
				<header><h2>Orders by status</h2></header>
				<div class="in">${byStatus(store)}</div>
			</section>
		</div>
		${
			parts.exceptions !== undefined &&
			excerpt('exceptions', parts.exceptions, { code, of: store.exceptions }, view)
		}
		${
			parts.holds !== undefined &&
			excerpt('holds', parts.holds, { code, of: onHold(store.orders) }, view)
		}
		${
			parts.returns !== undefined &&
			excerpt('returns', parts.returns, { code, of: store.returns }, view)
		}
		${store.safety.length > 0 && heldForSafety(store.safety)}
		${syncs.some(({ kind }) => kind === 'orders') && resyncing(code, view)}
		<p class="acts">
			<a class="button" href="${link(keeping(view, { store: code, try: '1' }))}">Try other rules</a>
			<span class="dim">What they would have made of last week's orders. Nothing is changed by it.</span>
		</p>`;
	const title = `${isProblem(health) ? '(!) ' : ''}${code}`;
	return frame(view, { title, body, self: { store: code } });
}

const heldForSafety = (safety: readonly SafetyStock[]): Html =>
	markup`<section class="sheet">
		<header><h2>Safety stock</h2></header>
		<table>
			<thead>
				<tr>
					<th>SKU</th>
					<th class="n">Units</th>
					<th>Why</th>
				</tr>
			</thead>
			<tbody>
				${safety.map(
					({ sku, units, why }) =>
						markup`<tr>
							<td class="half"><strong>${sku}</strong></td>
							<td class="n" data-label="Units">${thousands(units)}</td>
							<td class="wide"><span class="under">${why}</span></td>
						</tr>`,
				)}
			</tbody>
		</table>
	</section>`;

/** Leads to the page that asks. */
function resyncing(store: string, view: View): Html {
	const asked = keeping(view, { store, confirm: 'resync' });
	return markup`<section class="sheet">
		<header><h2>Read orders again</h2></header>
		<form class="find in" method="get">
			${Object.entries(asked).map(
				([name, value]) => markup`<input type="hidden" name="${name}" value="${value}" />`,
			)}
			<input
				type="search"
				name="order"
				required
				placeholder="IDs on the channel, with commas"
				aria-label="Orders to be read again"
			/>
			<button>Read again</button>
		</form>
	</section>`;
}

function tiles(store: StoreStanding, view: View): Html {
	const { code, exceptions, orders, parked, returns, updates, updatesSince } = store;
	const tile = (count: number, name: Html | string, queue: QueueName) =>
		markup`<a class="${count === 0 && 'zero'}" href="${link(keeping(view, { store: code, queue } satisfies Address))}">
			<b>${thousands(count)}</b><span>${name}</span></a>`;
	const since = updatesSince === null ? '' : markup`, oldest ${moment(updatesSince, view)}`;
	return markup`<section class="sheet tiles">
		${tile(exceptions, 'exceptions', 'exceptions')}${tile(onHold(orders), 'on hold', 'holds')}
		${tile(parked, 'parked', 'parked')}${tile(returns, 'returns', 'returns')}
		${tile(updates, markup`updates waiting${since}`, 'updates')}
	</section>`;
}

function byStatus({ orders }: StoreStanding): Html {
	const counted = hubStatuses.flatMap((status) => {
		const count = orders[status] ?? 0;
		return count === 0 ? [] : [{ status, count }];
	});
	if (counted.length === 0) return markup`<p class="dim">No order has come in yet.</p>`;
	const most = Math.max(...counted.map(({ count }) => count));
	const all = counted.reduce((so, { count }) => so + count, 0);
	return markup`<div class="share">
		${counted.map(
			({ status, count }) =>
				markup`<span>${hubStatusLabel(status)}</span>
					<svg viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
						<rect class="ground" width="100" height="6" />
						<rect width="${Math.max(1, Math.round((count / most) * 100))}" height="6" />
					</svg>
					<span class="n">${thousands(count)}</span>`,
		)}<span class="dim">All</span><span></span><span class="n dim">${thousands(all)}</span>
	</div>`;
}

function excerpt(
	queue: QueueName,
	part: Part,
	{ code, of }: { readonly code: string; readonly of: number },
	view: View,
): Html | null {
	if (part.count === 0) return null;
	const all = markup`<a class="end" href="${link(keeping(view, { store: code, queue }))}">All ${thousands(of)}</a>`;
	return markup`<section class="sheet">
		<header>
			<h2>${queues[queue].name}</h2>
			${of > part.count && all}
		</header>
		${part.rows({ view, namesStore: false })}
	</section>`;
}
