import type { ExecutionStatus, IDataObject, IWorkflowBase } from 'n8n-workflow';
import { openHub } from './hubNodes';
import type { HubNodes } from './hubNodes';
import { publish } from './published';
import type { Published } from './published';

const own = 'n8n-nodes-order-hub';

export const trigger = 'When It Happens';

/** How the ledger knows the trigger of the workflow below. */
export const consumer = `deliveries ${trigger}`;

const node = (name: string, type: string, parameters: IDataObject) => ({
	id: name,
	name,
	type: `${own}.${type}`,
	typeVersion: 1,
	position: [0, 0],
	parameters,
	credentials: { orderHubLedgerApi: { id: null, name: 'Order Hub Ledger' } },
});

/** The trigger, and an Order Hub node that gets the order of the event or does what the parameters say. */
export const triggered = (
	parameters: IDataObject,
	then: IDataObject = { resource: 'order', operation: 'get' },
) => {
	const options = { intervalSeconds: 1, ...(parameters.options as IDataObject) };
	return {
		id: 'deliveries',
		name: 'deliveries',
		nodes: [
			node(trigger, 'orderHubTrigger', { ...parameters, options }),
			node('Then', 'orderHub', then),
		],
		connections: { [trigger]: { main: [[{ node: 'Then', type: 'main', index: 0 }]] } },
		settings: { executionOrder: 'v1' },
	} as unknown as IWorkflowBase;
};

/** A hub for each test of a file, and the trigger published on it. */
export function triggeredHub() {
	let hub: HubNodes;
	let published: Published | null = null;
	beforeEach(async () => {
		hub = await openHub();
	});
	afterEach(async () => {
		await published?.unpublish();
		published = null;
		await hub.close();
	});
	const executions = () => published?.executions ?? [];
	const items = () => executions().flatMap((execution) => execution.items);
	return {
		get hub() {
			return hub;
		},
		async publish(
			parameters: IDataObject,
			{ then, gate }: { then?: IDataObject; gate?: Parameters<typeof publish>[2] } = {},
		) {
			published = await publish(triggered(parameters, then), hub.credentials, gate);
		},
		unpublish: async () => await published?.unpublish(),
		executions,
		/** What the executions began with. */
		items,
		/** Numbers of the orders that they were about. */
		orders: () => items().map(({ order }) => (order as IDataObject).number),
		/** How the executions ended, those under way as undefined. */
		ended: () => executions().map(({ run }) => run?.status),
		count: (status: ExecutionStatus) =>
			executions().filter(({ run }) => run?.status === status).length,
		faults: () => published?.faults ?? [],
		/** Events that nobody has acknowledged and nobody holds. */
		undelivered: () => hub.ledger.claimEvents(consumer, { stores: [], types: [], limit: 50 }),
	};
}

/** A gate that stays closed until it is opened. */
export function closedGate() {
	let open = () => {};
	const opened = new Promise<undefined>((resolve) => {
		open = () => resolve(undefined);
	});
	return { gate: () => opened, open: () => open() };
}
