import { titled } from '../../domain/titled';
import type { LastRun, SyncStanding, SyncState } from '../../ledger/overviewShapes';
import { kindsOfSync } from '../../ledger/syncKinds';
import type { SyncKind } from '../../ledger/syncShapes';
import { link } from './address';
import { keeping } from './frame';
import type { Tone } from './health';
import { markup, type Html } from './html';
import { between, duration, moment, plural, span, thousands, type View } from './words';

const states: Readonly<Record<SyncState, { readonly tone: Tone; readonly said: string }>> = {
	failing: { tone: 'bad', said: 'Failed' },
	late: { tone: 'warn', said: 'Late' },
	running: { tone: 'good', said: 'Running' },
	waiting: { tone: 'good', said: 'In time' },
	never: { tone: 'off', said: 'Not begun' },
	off: { tone: 'off', said: 'Off' },
};

const order: readonly SyncState[] = ['failing', 'late', 'running', 'waiting', 'never', 'off'];

/** What a person can do about it, where the last error does not say. */
const advice: Partial<Readonly<Record<SyncState, string>>> = {
	late: 'It is due and nobody begins it. See that its workflow is published and n8n is up.',
	never: 'Its workflow has never begun it. Publish it, if this store is to have it.',
};

export function syncsTable(store: string, syncs: readonly SyncStanding[], view: View): Html {
	const sorted = order.flatMap((state) => syncs.filter((sync) => sync.state === state));
	return markup`<table>
		<thead>
			<tr>
				<th>Sync</th>
				<th>State</th>
				<th>Last run</th>
				<th class="n">Took</th>
				<th>Brought</th>
				<th>Next run</th>
				<th class="n">Behind</th>
				<th></th>
			</tr>
		</thead>
		<tbody>
			${sorted.map((sync) => row(store, sync, view))}
		</tbody>
	</table>`;
}

function row(store: string, sync: SyncStanding, view: View): Html {
	const { kind, state, lastRun } = sync;
	const { tone, said } = states[state];
	const isOn = state !== 'off';
	const tell = (label: string, what: Html | string) =>
		markup`<td class="half" data-label="${label}">${what}</td>`;
	return markup`<tr>
		<td class="wide name"><strong>${titled(kind)}</strong></td>
		<td class="wide"><span class="state ${tone}">${said}</span>${remark(sync)}</td>
		${tell('Last run', lastRun === null ? '–' : moment(lastRun.startedAt, view))}
		<td class="n half" data-label="Took">${lastRun === null ? '–' : took(lastRun, view)}</td>
		<td class="wide" data-label="Brought">${lastRun === null ? '–' : brought(lastRun)}</td>
		${tell('Next run', nextRun(sync, view))}
		<td class="n half" data-label="Behind">${isOn ? behind(sync, view) : '–'}</td>
		<td class="act">${isOn && state !== 'running' && starts(store, kind, view)}</td>
	</tr>`;
}

function nextRun({ state, dueAt }: SyncStanding, view: View): Html | string {
	if (dueAt === null || state === 'off' || state === 'running') return '–';
	return dueAt <= view.now ? 'due now' : moment(dueAt, view);
}

function remark({ state, lastError, why }: SyncStanding): Html | null {
	const said = state === 'off' ? why : (lastError ?? advice[state] ?? null);
	if (said === null) return null;
	const tone = state === 'failing' ? 'bad' : state === 'late' ? 'warn' : '';
	return markup`<span class="under ${tone}">${said}</span>`;
}

/** Of what goes out, all of it can be asked for as well. */
const starts = (store: string, kind: SyncKind, view: View): readonly Html[] => {
	const to = (full: string, name: string, said: string) => {
		const address = keeping(view, { store, confirm: 'sync', kind, full });
		return markup`<a class="button small" href="${link(address)}" aria-label="${said}">${name}</a> `;
	};
	const hasFull = kindsOfSync[kind].fullEveryMinutes !== null;
	return [
		to('', 'Start now', `Start ${titled(kind)} now`),
		...(hasFull ? [to('1', 'Full', `Start a full ${titled(kind)} now`)] : []),
	];
};

const took = ({ startedAt, endedAt }: LastRun, { now }: View) =>
	endedAt === null
		? `${span(between(startedAt, now))} so far`
		: duration(between(startedAt, endedAt));

/** Only what there was any of. */
function brought({ counts, state, pages }: LastRun): string {
	const some = Object.entries(counts)
		.filter(([, count]) => count > 0)
		.map(([name, count]) =>
			name === 'exceptions' ? plural(count, 'exception') : `${thousands(count)} ${name}`,
		);
	const ended = state === 'done' || state === 'running' ? '' : ` (${endings[state] ?? state})`;
	return `${some.length > 0 ? some.join(', ') : pages === 0 ? 'nothing' : 'nothing new'}${ended}`;
}

const endings: Readonly<Record<string, string>> = {
	paused: 'goes on',
	failed: 'failed',
	lost: 'cut off',
};

/** How old what was read is, or how long it is overdue. */
function behind({ readUpTo, dueAt, state }: SyncStanding, { now }: View): string {
	if (readUpTo !== null) return span(Math.max(0, between(readUpTo, now)));
	if (state !== 'late' || dueAt === null) return '–';
	return span(between(dueAt, now));
}
