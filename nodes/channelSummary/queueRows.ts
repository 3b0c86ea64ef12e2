import { holdReasonLabel } from '../../domain/holdReason';
import { titled } from '../../domain/titled';
import type { ExceptionGlance, HeldOrder, WaitingUpdate } from '../../ledger/overviewShapes';
import type { ParkedOrder } from '../../ledger/orderShapes';
import { link } from './address';
import { keeping } from './frame';
import { markup, type Html } from './html';
import { moment, plural, type View } from './words';

/** Where rows are of several stores, each names its own. */
export interface Rows {
	readonly view: View;
	readonly namesStore: boolean;
}

export const storeCell = (store: string, { view, namesStore }: Rows): Html | false =>
	namesStore &&
	markup`<td class="half" data-label="Store">
		<a href="${link(keeping(view, { store }))}">${store}</a>
	</td>`;

export const headed = (
	columns: readonly string[],
	{ namesStore }: Rows,
	rows: readonly Html[],
): Html =>
	markup`<table>
		<thead>
			<tr>
				${namesStore && markup`<th>Store</th>`}${columns.map((name) => markup`<th>${name}</th>`)}
			</tr>
		</thead>
		<tbody>
			${rows}
		</tbody>
	</table>`;

export const age = (since: string, { view }: Rows, label = 'Since'): Html =>
	markup`<td class="half small dim" data-label="${label}">${moment(since, view)}</td>`;

export const exceptionRows = (rows: readonly ExceptionGlance[], of: Rows): Html =>
	headed(
		['Since', 'What happened, and what to do', ''],
		of,
		rows.map(
			({ id, store, kind, reference, cause, advice, since }) =>
				markup`<tr>
					${storeCell(store, of)}${age(since, of)}
					<td class="wide">
						<strong>${cause}</strong><span class="under">${advice}</span>
						<span class="under">${titled(kind)} · ${reference}</span>
					</td>
					<td class="act">
						<a
							class="button small"
							href="${link(keeping(of.view, { confirm: 'retry', exception: `${id}` }))}"
							>Retry</a>
						<a
							class="button small"
							href="${link(keeping(of.view, { confirm: 'dismiss', exception: `${id}` }))}"
							>Dismiss</a>
					</td>
				</tr>`,
		),
	);

export const heldRows = (rows: readonly HeldOrder[], of: Rows): Html =>
	headed(
		['Order', 'Held for', 'Placed', 'Held since', ''],
		of,
		rows.map((order) => {
			const { store, id, number, placedAt, since, holdReason, why } = order;
			return markup`<tr>
					${storeCell(store, of)}
					<td class="wide id">
						<strong>${number}</strong>${number !== id && markup`<span class="under">${id}</span>`}
					</td>
					<td class="wide">
						${holdReason === null ? 'On Hold' : holdReasonLabel(holdReason)}${
							why !== null && markup`<span class="under">${why}</span>`
						}
					</td>
					${age(placedAt, of, 'Placed')}${age(since, of, 'Held since')}
					<td class="act">${heldActs(order, of)}</td>
				</tr>`;
		}),
	);

const letting = {
	require_manual_approval: { confirm: 'approve', name: 'Approve' },
	forceful_on_hold: { confirm: 'release', name: 'Release' },
} as const;

/** What fits the reason, and the cancel that always does. */
function heldActs({ store, id, holdReason, hubs }: HeldOrder, { view }: Rows): Html {
	const to = (confirm: string, name: string) =>
		markup`<a class="button small" href="${link(keeping(view, { store, confirm, order: id }))}">${name}</a> `;
	const act =
		holdReason === 'require_manual_approval' || holdReason === 'forceful_on_hold'
			? letting[holdReason]
			: null;
	return markup`${hubs.length > 0 && routing({ store, id, hubs }, view)}${
		act !== null && to(act.confirm, act.name)
	}${to('cancel', 'Cancel')}`;
}

/** Leads to the page that asks, like the buttons beside it. */
function routing({ store, id, hubs }: Pick<HeldOrder, 'store' | 'id' | 'hubs'>, view: View): Html {
	const asked = keeping(view, { store, confirm: 'route', order: id });
	return markup`<form class="acts" method="get">
		${Object.entries(asked).map(([name, value]) => markup`<input type="hidden" name="${name}" value="${value}" />`)}
		<select name="hub" aria-label="Hub">
			${hubs.map(({ code, name }) => markup`<option value="${code}">${name}</option>`)}
		</select>
		<button>Route</button>
	</form>`;
}

export const parkedRows = (rows: readonly ParkedOrder[], of: Rows): Html =>
	headed(
		['Order', 'What keeps it out', 'Since'],
		of,
		rows.map(
			({ store, number, reason, detail, since }) =>
				markup`<tr>
					${storeCell(store, of)}
					<td class="half"><strong>${number}</strong></td>
					<td class="wide">${titled(reason)}<span class="under">${detail}</span></td>
					${age(since, of)}
				</tr>`,
		),
	);

export const updateRows = (rows: readonly WaitingUpdate[], of: Rows): Html =>
	headed(
		['Order', 'To be told', 'Waits since', 'Next try'],
		of,
		rows.map(
			({ store, number, effect, state, attempts, detail, createdAt, dueAt }) =>
				markup`<tr>
					${storeCell(store, of)}
					<td class="half"><strong>${number}</strong></td>
					<td class="wide">
						${titled(effect)}${state === 'claimed' && ', being sent'}${
							attempts > 1 && `, ${plural(attempts, 'try', 'tries')}`
						}
						${detail !== null && markup`<span class="under">${detail}</span>`}
					</td>
					${age(createdAt, of, 'Waits since')}
					<td class="half small dim" data-label="Next try">
						${dueAt === null ? 'when its box is known' : moment(dueAt, of.view)}
					</td>
				</tr>`,
		),
	);
