import { spread, type Quota } from '../domain/quota';
import type { Call, Operation, Queue } from './backlogQueues';
import type { Figure } from './figure';

/** A part of the drain, from the start of the sync until so many orders were in the hub. */
export interface Span {
	/** Epoch ms. */
	readonly endedAt: number;
	readonly calls: readonly Call[];
	/** Seconds of the processor that n8n took. */
	readonly cpu: number;
	readonly orders: number;
	readonly megabytes: number;
}

interface Drained {
	readonly latencyMs: number;
	/** Memory of an n8n that does nothing, in MB. */
	readonly idle: number;
	readonly killedAt: number;
	readonly cancelMs: readonly number[];
	readonly acceptMs: readonly number[];
	readonly wrong: number;
	say(line: string): void;
}

/** What n8n and the channel's answers fill of the time, from which on the quota is not what an order waits for. */
const busyShare = 0.85;

export function figuresOf(
	{ channel, operations, accepting }: Queue,
	spans: readonly Span[],
	{ latencyMs, idle, killedAt, cancelMs, acceptMs, wrong, say }: Drained,
): readonly Figure[] {
	const name = (what: string) => `backlog of ${channel}: ${what}`;
	const seconds = total(spans, (span) => secondsOf(span, span.calls));
	const orders = total(spans, (span) => span.orders);
	const [scarce = ''] = Object.entries(operations)
		.toSorted(([, one], [, other]) => ordersPerSecond(one) - ordersPerSecond(other))
		.map(([kind]) => kind);
	const busy = {
		n8n: total(spans, (span) => span.cpu) / seconds,
		answers: total(spans, (span) => answering(span, operations, latencyMs)) / seconds,
	};
	const isBound = busy.n8n + busy.answers < busyShare;
	if (!isBound)
		say(
			`the quota of ${channel} is not what its orders wait for: n8n works ${percent(busy.n8n)} of the time, and ${percent(busy.answers)} of it an answer is waited for`,
		);
	const figuresFor = (kind: string, quota: Quota, target: Figure['target']): readonly Figure[] => {
		const use = useOf(spans, kind, quota);
		const what = kind === '' ? 'all calls' : kind;
		return [
			{ name: name(`${what} allowed`), value: (quota.calls * 1000) / quota.perMs, unit: 'calls/s' },
			{ name: name(`${what} made`), value: use.made, unit: 'calls' },
			{ name: name(`${what} made within`), value: use.seconds, unit: 's' },
			{ name: name(`quota used of ${what}`), value: use.share, unit: 'of quota', target },
		];
	};
	return [
		{ name: name('from the channel until in the hub'), value: orders / seconds, unit: 'orders/s' },
		...Object.entries(operations).flatMap(([kind, operation]) => [
			{
				name: name(`${kind || 'the quota'} allows`),
				value: ordersPerSecond(operation),
				unit: 'orders/s' as const,
			},
			...figuresFor(kind, operation, kind === scarce && isBound ? { least: 0.95 } : undefined),
		]),
		...Object.entries(accepting).flatMap(([kind, quota]) =>
			figuresFor(kind, quota, { least: 0.95 }),
		),
		{
			name: name('refused for being too many'),
			value: total(spans, ({ calls }) => calls.filter(isRefused).length),
			unit: 'calls',
			target: { most: 0 },
		},
		{ name: name('n8n works'), value: busy.n8n, unit: 'cores' },
		{ name: name('answers are waited for'), value: busy.answers, unit: 'of the time' },
		{
			name: name('memory above that of an n8n that idles'),
			value: Math.max(...spans.map(({ megabytes }) => megabytes)) - idle,
			unit: 'MB',
			target: { most: 250 },
		},
		{
			name: name('longest of the cancels meanwhile, until told'),
			value: Math.max(...cancelMs) / 1000,
			unit: 's',
			target: { most: 60 },
		},
		...(acceptMs.length === 0
			? []
			: [
					{ name: name('accepted meanwhile'), value: acceptMs.length, unit: 'orders' as const },
					{
						name: name('longest wait of one that was accepted'),
						value: Math.max(...acceptMs) / 1000,
						unit: 's' as const,
					},
				]),
		{ name: name('in the hub when n8n was killed'), value: killedAt, unit: 'orders' },
		{
			name: name('lost or there twice after the kill'),
			value: wrong,
			unit: 'orders',
			target: { most: 0 },
		},
	];
}

const percent = (share: number) => `${Math.round(share * 100)} %`;

const total = (spans: readonly Span[], of: (span: Span) => number) =>
	spans.reduce((sum, span) => sum + of(span), 0);

const secondsOf = ({ endedAt }: Span, [first]: readonly Call[]) =>
	first === undefined ? 0 : (endedAt - first.wallAt) / 1000;

/** Babyshop says it by a code. */
const isRefused = ({ status, code }: Call) => status === 429 || code === 13;

const isOf = (call: Call, kind: string) =>
	kind === '' ? call.kind !== 'token' : call.kind === kind;

const ordersPerSecond = ({ orders, calls, perMs }: Operation) => (orders * calls * 1000) / perMs;

/** Seconds in which the walk waits for answers: it asks for one thing after the other. */
const answering = ({ calls }: Span, operations: Queue['operations'], latencyMs: number) =>
	calls
		.filter((call) => Object.keys(operations).some((kind) => isOf(call, kind)))
		.reduce((sum, { ms }) => sum + ms + latencyMs, 0) / 1000;

/** From the first call on until the part of the drain was over. What may go at once goes at once, and counts for nothing. */
function useOf(spans: readonly Span[], kind: string, quota: Quota) {
	const atOnce = spread(quota).portion?.calls ?? 1;
	let [made, seconds, counted] = [0, 0, 0];
	for (const span of spans) {
		const calls = span.calls.filter((call) => !isRefused(call) && isOf(call, kind));
		made += calls.length;
		seconds += secondsOf(span, calls);
		counted += Math.max(0, calls.length - atOnce);
	}
	return { made, seconds, share: (counted * quota.perMs) / quota.calls / seconds / 1000 };
}
