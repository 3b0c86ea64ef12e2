import { inSimulatedTime, overSockets } from './simulatedTime';
import { sleep } from 'n8n-workflow';
import type { ChannelConnector, Http, OrderPage, OrderReference } from '../channels/connector';
import { patient } from '../channels/patience';
import { spread, type Quota } from '../domain/quota';
import type { Ledger } from '../ledger/ledger';
import { openLedger } from '../ledger/openLedger';
import { throttle } from '../nodes/shared/throttle';
import { random } from '../sandbox/random';
import type { Figure } from './figure';
import { inScratch } from './scratch';
import { walks, type Called, type Walk, type Walked } from './walkedChannels';

/** A page that had to wait for too long is asked for again when the time has come, as by the next run. */
const machine = { sleep, now: () => Date.now(), random: () => 0, patienceMs: Infinity };
const patienceMs = 40_000;
const orders = 10_000;
/** How long the channel takes for an answer; or `--latency=`. */
const latencyMs = given('latency', 120);
/** By how much of that an answer may take longer or less; or `--jitter=`. */
const jitter = given('jitter', 0);
const luck = random(1);
/** How long the hub takes for each order, as at 400 a second; or `--hub=` in ms. */
const hubMs = given('hub', 2.5);
/** Somebody else wants something of the channel so often. */
const urgentEveryMs = 60_000;

const ways = () => (latencyMs / 2) * (1 + jitter * (2 * luck() - 1));

function given(name: string, usual: number): number {
	const [, value] = new RegExp(`--${name}=([\\d.]+)`).exec(process.argv.join(' ')) ?? [];
	return value === undefined ? usual : Number(value);
}

/**
 * What a walk over many orders uses of each channel's quota, while something urgent wants its turn now and then: told to the
 * parent.
 */
async function main(): Promise<void> {
	const named = /--channels=(\S+)/.exec(process.argv.join(' '))?.[1]?.split(',');
	const figures: Figure[] = [];
	for (const walk of walks) {
		if (named !== undefined && !named.includes(walk.connector.channel)) continue;
		figures.push(...(await inScratch((folder) => measured(walk, folder))));
	}
	// The pretend channels listen for as long as the process lives.
	process.send?.(figures, () => process.exit());
}

async function measured(walk: Walk, folder: string): Promise<readonly Figure[]> {
	const shop = await walk.open();
	const ledger = await openLedger({ engine: 'sqlite', file: `${folder}/ledger.sqlite` });
	const connectedAt = shop.now();
	shop.wait(60_000);
	shop.place(orders);
	const begun = shop.sandbox.calls().length;
	const rest = { isOver: false };
	const both = Promise.all([
		walked(walk, shop, ledger, connectedAt).finally(() => (rest.isOver = true)),
		urgentOnes(walk, ledger, rest),
	]);
	const [seen, others] = await inSimulatedTime(both);
	const calls = [...shop.sandbox.calls().slice(begun), ...others].toSorted(
		(one, other) => one.wallAt - other.wallAt,
	);
	await ledger.close();
	const name = (what: string) => `walk on ${walk.connector.channel}: ${what}`;
	const part = (what: string, ms: number): Figure => ({
		...{ name: name(what), value: ms / seen.ms, unit: 'of the time' },
	});
	// Who hardly ever waits for a turn could not use more.
	const isBound = seen.turns > seen.ms / 20;
	return [
		...Object.entries(walk.quotas).flatMap(([kind, quota], at): readonly Figure[] => {
			const made = calls.filter((call) => call.wallAt <= seen.at && isOf(call, kind));
			const what = kind || 'all';
			const target = isBound && at === 0 ? { least: 0.95 } : undefined;
			return [
				{
					name: name(`${what} allowed`),
					value: (quota.calls * 1000) / quota.perMs,
					unit: 'calls/s',
				},
				{ name: name(`${what} made`), value: made.length, unit: 'calls' },
				{
					name: name(`quota used of ${what}`),
					value: shareOf(made, quota),
					unit: 'of quota',
					target,
				},
			];
		}),
		{ name: name('orders'), value: seen.orders / (seen.ms / 1000), unit: 'orders/s' },
		part('a turn is waited for', seen.turns),
		part('an answer is waited for', seen.answers),
		part('the hub works', seen.hub),
		{
			name: name('refused for being too many'),
			value: calls.filter(isRefused).length,
			unit: 'calls',
			target: { most: 0 },
		},
		{
			name: name('longest wait of something urgent'),
			value: Math.max(0, ...others.map(({ waitedMs }) => waitedMs)) / 1000,
			unit: 's',
			target: { most: 60 },
		},
	];
}

/** Babyshop says it by a code. */
const isRefused = ({ status, code }: Called) => status === 429 || code === 13;

const isOf = (call: Called, kind: string) =>
	kind === '' ? !/token/i.test(call.kind ?? '') : call.kind === kind;

/** From the second portion on, where there is one: the first comes at once. */
function shareOf(calls: readonly Called[], quota: Quota): number {
	const between = (one: number, other: number) =>
		((other - one) * quota.perMs) /
		quota.calls /
		((calls[other]?.wallAt ?? 0) - (calls[one]?.wallAt ?? 0));
	const { calls: size } = spread(quota).portion ?? quota;
	const portions = Math.floor((calls.length - 1) / size) - 1;
	return portions < 1 ? between(0, calls.length - 1) : between(size, size + portions * size);
}

/** What the time of a walk went by with, in ms. */
interface Spent {
	turns: number;
	answers: number;
	hub: number;
}

async function walked({ connector }: Walk, shop: Walked, ledger: Ledger, connectedAt: string) {
	const known = new Map<string, string | null>();
	const window = {
		...{ connectedAt, watermark: null, overlapMinutes: 10 },
		...(shop.locations && { locations: shop.locations }),
		newsAmong: async (references: readonly OrderReference[]) =>
			new Set(references.flatMap(({ id }) => (known.has(id) ? [] : id))),
	};
	let position: string | null = null;
	const spent: Spent = { turns: 0, answers: 0, hub: 0 };
	const from = Date.now();
	let seen = { ...spent, at: from };
	do {
		const here: string | null = position;
		const page: OrderPage = await patient(async () => {
			const http = inTurn(connector, shop.seller, ledger, { isBulk: here !== null, spent });
			return await connector.orders.page(http, { ...window, position: here });
		}, machine);
		for (const { id, revisedAt } of page.orders) known.set(id, revisedAt);
		position = page.next;
		await sleep(hubMs * page.orders.length);
		spent.hub += hubMs * page.orders.length;
		if (seen.at === from && known.size >= orders) seen = { ...spent, at: Date.now() };
	} while (position !== null);
	return { ...seen, orders: known.size, ms: seen.at - from };
}

function inTurn(
	{ quota }: ChannelConnector,
	send: Http,
	ledger: Ledger,
	{ isBulk, spent }: { readonly isBulk: boolean; readonly spent: Spent },
): Http {
	const until = Date.now() + patienceMs;
	const turns = throttle(ledger, { key: 'walk', quota, until, isUrgent: false, isBulk });
	const http: Http = async (request) => {
		const asked = Date.now();
		const ended = await turns.take(request.quota, request.furtherQuota);
		spent.turns += Date.now() - asked;
		const from = Date.now();
		await sleep(ways());
		const answer = await overSockets(() => send(request));
		await sleep(ways());
		spent.answers += Date.now() - from;
		await ended();
		return answer;
	};
	return Object.defineProperty(http, 'seller', { get: () => send.seller });
}

/** They count as calls, though nothing is sent. */
async function urgentOnes(
	{ connector, quotas }: Walk,
	ledger: Ledger,
	rest: { readonly isOver: boolean },
) {
	const made: (Called & { readonly waitedMs: number })[] = [];
	const [[kind, quota] = ['', connector.quota]] = Object.entries(quotas);
	const own = kind === '' ? undefined : { ...quota, name: kind };
	for (;;) {
		await sleep(urgentEveryMs);
		if (rest.isOver) return made;
		const from = Date.now();
		const share = { key: 'walk', quota, until: from + 60_000, isUrgent: true };
		const ended = await throttle(ledger, share).take(own);
		made.push({ kind, status: 200, wallAt: Date.now(), waitedMs: Date.now() - from });
		await sleep(latencyMs);
		await ended();
	}
}

void main();
