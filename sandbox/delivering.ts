/** One message that was sent to an address, and what became of each attempt. */
export interface Delivered<Sent> {
	readonly sent: Sent;
	readonly attempts: readonly { readonly at: number; readonly status: number | null }[];
	readonly isDelivered: boolean;
}

interface Delivery<Sent> extends Delivered<Sent> {
	/** When it is sent next; null when it is not. */
	readonly dueAt: number | null;
	readonly isUnderWay: boolean;
}

interface Way<Sent> {
	now(): number;
	/** How long after each failed attempt the next one comes. */
	readonly waitsMs: readonly number[];
	readonly timeoutMs: number;
	requestOf(sent: Sent): {
		readonly uri: string;
		readonly headers: Readonly<Record<string, string>>;
		readonly body: string;
	};
	isTaken(status: number): boolean;
	/** After the last attempt. */
	onLost?(sent: Sent): void;
}

/** How often the clock is looked at while something waits. */
const tickMs = 100;

/** Webhooks on their way to whom they are for: at least once. */
export const delivering = <Sent>(way: Way<Sent>) => {
	const { now, waitsMs, timeoutMs, requestOf, isTaken, onLost } = way;
	const deliveries = new Map<number, Delivery<Sent>>();
	let timer: NodeJS.Timeout | null = null;

	const keep = (key: number, change: Partial<Delivery<Sent>>) => {
		const known = deliveries.get(key);
		if (known) deliveries.set(key, { ...known, ...change });
	};

	const statusOf = async (sent: Sent): Promise<number | null> => {
		const { uri, headers, body } = requestOf(sent);
		const signal = AbortSignal.timeout(timeoutMs);
		return await fetch(uri, { method: 'POST', headers, body, signal }).then(
			({ status }) => status,
			() => null,
		);
	};

	const attempt = async (key: number, delivery: Delivery<Sent>) => {
		keep(key, { isUnderWay: true });
		const at = now();
		const status = await statusOf(delivery.sent);
		const attempts = [...delivery.attempts, { at, status }];
		const isDelivered = status !== null && isTaken(status);
		const wait = waitsMs[attempts.length - 1];
		const dueAt = isDelivered || wait === undefined ? null : now() + wait;
		keep(key, { attempts, isDelivered, dueAt, isUnderWay: false });
		if (!isDelivered && wait === undefined) onLost?.(delivery.sent);
	};

	const settle = () => {
		timer = null;
		const at = now();
		for (const [key, delivery] of deliveries) {
			const isDue = delivery.dueAt !== null && delivery.dueAt <= at;
			if (isDue && !delivery.isUnderWay) void attempt(key, delivery);
		}
		const isWaiting = [...deliveries.values()].some(({ dueAt }) => dueAt !== null);
		if (isWaiting) timer = setTimeout(settle, tickMs).unref();
	};

	return {
		send(sent: Sent) {
			const state = { attempts: [], isDelivered: false, dueAt: now(), isUnderWay: false };
			deliveries.set(deliveries.size + 1, { sent, ...state });
			timer ??= setTimeout(settle, 0).unref();
		},
		all: (): readonly Delivered<Sent>[] =>
			[...deliveries.values()].map(({ sent, attempts, isDelivered }) => ({
				...{ sent, attempts, isDelivered },
			})),
		stop() {
			if (timer) clearTimeout(timer);
			deliveries.clear();
		},
	};
};
