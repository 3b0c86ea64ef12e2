import type { IDataObject, IRun, ITriggerFunctions, ITriggerResponse } from 'n8n-workflow';
import { refused } from '../../domain/failure';
import type { Ledger } from '../../ledger/ledger';
import { eventTypes, type DeliveredEvent, type EventFilter } from '../../ledger/eventShapes';
import { asNodeError } from '../shared/asNodeError';
import { ledgerOf } from '../shared/ledgerOf';
import { count, oneOf } from '../shared/parameters';
import { deliver } from './deliver';

/** What the editor shows when a user tries the trigger. */
const sample = 3;

type Filter = Omit<EventFilter, 'limit'>;

export async function trigger(context: ITriggerFunctions): Promise<ITriggerResponse> {
	try {
		const ledger = await ledgerOf(context);
		const filter = filterOf(context);
		return context.getMode() === 'manual'
			? { manualTriggerFunction: () => showNewest(context, ledger, filter) }
			: { closeFunction: await started(context, ledger, filter) };
	} catch (error) {
		throw asNodeError(context.getNode(), error);
	}
}

async function started(context: ITriggerFunctions, ledger: Ledger, filter: Filter) {
	const { id } = context.getWorkflow();
	const consumer = `${id} ${context.getNode().id}`;
	const setting = (name: string, preset: number) =>
		Math.max(1, count(context.getNodeParameter(`options.${name}`, preset), name));
	const intervalMs = setting('intervalSeconds', 5) * 1000;
	// Events count from here on, also when the first look comes later.
	await ledger.claimEvents(consumer, { ...filter, limit: 0 });
	return deliver({
		queue: {
			claim: (limit) => ledger.claimEvents(consumer, { ...filter, limit }),
			acknowledge: (ids) => ledger.acknowledgeEvents(consumer, ids),
			giveBack: (ids) => ledger.returnEvents(consumer, ids),
		},
		execute: (events) => executed(context, events),
		report: (fault) => context.saveFailedExecution?.(asNodeError(context.getNode(), fault)),
		intervalMs,
		batchSize: Math.min(50, setting('batchSize', 1)),
		atOnce: setting('atOnce', 1),
	});
}

function filterOf(context: ITriggerFunctions): Filter {
	const stores = context.getNodeParameter('stores', []) as string[];
	const types = context.getNodeParameter('events', []) as string[];
	return { stores, types: types.map((type) => oneOf(eventTypes, type, 'events')) };
}

const itemsOf = (events: readonly DeliveredEvent[]) => [
	events.map((event) => ({ json: event as DeliveredEvent & IDataObject })),
];

/** Runs the workflow; whether it succeeded. */
async function executed(
	context: ITriggerFunctions,
	events: readonly DeliveredEvent[],
): Promise<boolean> {
	const done = context.helpers.createDeferredPromise<IRun>();
	const run = async () => {
		context.emit(itemsOf(events), undefined, done);
		return await done.promise;
	};
	const [outcome] = await Promise.allSettled([run()]);
	return outcome.status === 'fulfilled' && hasSucceeded(outcome.value);
}

/** One that waits is kept by n8n, which goes on with it by itself. Without a run it did not even begin. */
const hasSucceeded = (run: IRun | undefined) =>
	run?.status === 'success' || run?.status === 'waiting';

async function showNewest(context: ITriggerFunctions, ledger: Ledger, filter: Filter) {
	try {
		const newest = await ledger.getEvents({ ...filter, limit: sample });
		if (newest.length === 0) {
			throw refused(
				'The ledger has no such event yet. Let an order come in, or choose other events and stores.',
			);
		}
		context.emit(itemsOf(newest));
	} catch (error) {
		throw asNodeError(context.getNode(), error);
	}
}
