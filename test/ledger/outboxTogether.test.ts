import { engines } from '../support/ledgers';
import { failure, tellingStore } from '../support/telling';

const ids = Array.from({ length: 10 }, (_, at) => `${at}`);

describe.each(engines)('many workers of many processes at once, on $engine', ({ open }) => {
	const hub = tellingStore(open);

	test('G7: send every update once, those of an order one after the other, while orders change', async () => {
		await hub.accept(...ids);
		const inFlight = new Set<string>();
		const heard: { readonly order: string; readonly said: string }[] = [];
		const crossed: string[] = [];
		let isOver = false;

		async function work(process: typeof hub.ledger, worker: number) {
			for (let turn = worker, idle = 0; !isOver || idle < 3; turn++) {
				const claims = await hub.claim(2, process);
				idle = claims.length === 0 ? idle + 1 : 0;
				const names = claims.map(({ update }) => update.order);
				crossed.push(...names.filter((name) => inFlight.has(name)));
				for (const name of names) inFlight.add(name);
				for (const one of claims) {
					const { order, channelStatus: said } = one.update;
					const fails = turn % 5 === 0;
					if (!fails) heard.push({ order, said });
					inFlight.delete(order);
					await (fails
						? process.failUpdate(one, failure('unavailable'))
						: process.completeUpdate(one, 'told'));
					if (fails) await hub.becomeDue();
				}
			}
		}
		async function change() {
			for (const id of ids) await hub.move(id, 'packed');
			for (const id of ids) await hub.move(id, Number(id) % 3 === 0 ? 'cancelled' : 'shipped');
			isOver = true;
		}
		const processes = [hub.ledger, await hub.again(), await hub.again(), await hub.again()];
		await Promise.all([
			change(),
			...processes.flatMap((one, at) => [work(one, at), work(one, at)]),
		]);

		expect(crossed).toEqual([]);
		heard.push(
			...(await hub.send()).map((text) => ({ order: text.slice(1, 2), said: text.slice(3) })),
		);
		for (const id of ids) {
			const said = heard.filter(({ order }) => order === id).map((one) => one.said);
			const last = Number(id) % 3 === 0 ? 'CANCELLED' : 'SHIPPED';
			expect(said).toEqual(['ACCEPTED', 'READY', last].filter((word) => said.includes(word)));
			expect(said.at(-1)).toBe(last);
			if (last === 'SHIPPED') expect(said).toHaveLength(3);
		}
	});
});
