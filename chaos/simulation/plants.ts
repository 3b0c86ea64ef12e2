import type { Alteration } from './altered';

/** Bugs that the simulation has to find, one at a time. */
const plants: Readonly<Record<string, readonly Alteration[]>> = {
	cursorBeforeStore: [
		{
			file: 'ledger/importing.ts',
			from: '	yield* moveCursor(page.run, page.next, page.watermark);\n',
			to: '',
		},
		{
			file: 'ledger/openLedger.ts',
			from: "import { holdRun } from './lease';",
			to: "import { holdRun, moveCursor } from './lease';",
		},
		{
			file: 'ledger/openLedger.ts',
			from: '		importPage: transaction(importPage),\n',
			to: `		async importPage(page) {
			await transaction(moveCursor)(page.run, page.next, page.watermark);
			return await transaction(importPage)(page);
		},
`,
		},
	],
	effectWithoutLook: [
		{
			file: 'channels/ikas/telling.ts',
			from: 'const due = packages.filter((one) => isDue(step, one));',
			to: 'const due = packages;',
		},
	],
	reservationOutside: [
		{
			file: 'ledger/routing.ts',
			from: `	const waiting = yield* waitingOrders(code, limit, '{skipLocked}');
	return { routed: yield* routeOrders(store, waiting), waiting: waiting.length === limit };
}`,
			to: `	const waiting = yield* waitingOrders(code, limit, '{skipLocked}');
	return { store, ...(yield* decideAll(store, waiting)), waiting: waiting.length === limit };
}

export function* reserveDecided({ store, decided: all, waiting }: any): Work<any> {
	const decided: any[] = [];
	for (const one of all) {
		const isWaiting = "SELECT id FROM orders WHERE id = ? AND status = 'created'";
		if (yield* first(isWaiting, one.order.id)) decided.push(one);
	}
	yield* assign(store, decided);
	return {
		routed: decided.map(({ order, status, holdReason, decision }: any) => ({
			order: order.channel_id, number: order.number, status, holdReason, decision,
		})),
		waiting,
	};
}`,
		},
		{
			file: 'ledger/openLedger.ts',
			from: "import { decideWaiting, routeWaiting } from './routing';",
			to: "import { decideWaiting, reserveDecided, routeWaiting } from './routing';",
		},
		{
			file: 'ledger/openLedger.ts',
			from: '		routeWaiting: transaction(routeWaiting),\n',
			to: `		routeWaiting: async (...of) =>
			await transaction(reserveDecided)(await transaction(routeWaiting)(...of)),
`,
		},
	],
	leaseWithoutFence: [
		{
			file: 'ledger/lease.ts',
			from: 'if (sync.fence !== fence || sync.run_id === null || leaseUntil <= sync.now) {',
			to: 'if (fence < 0) {',
		},
		{
			file: 'ledger/heldUpdate.ts',
			from: 'if (row.fence !== fence) {',
			to: 'if (fence < 0) {',
		},
	],
	staleStock: [
		{
			file: 'nodes/channel/pushStock.ts',
			from: '		await (await ledgerOf(context)).holdRun(run);\n',
			to: '',
		},
	],
};

export function plantNamed(name = ''): readonly Alteration[] {
	const plant = name === '' ? [] : plants[name];
	if (plant) return plant;
	throw new Error(`There is no plant ${name}. There are ${Object.keys(plants).join(', ')}.`);
}
