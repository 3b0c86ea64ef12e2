import type {
	ICredentialDataDecryptedObject,
	INodeParameterResourceLocator,
	INodeParameters,
	IWorkflowBase,
} from 'n8n-workflow';
import { credentialStore } from '../../test/support/credentialStore';
import { templateOf, tick } from '../../test/support/templates';
import type { Chances } from './chances';
import { clock } from './clock';
import { gates, type Life } from './gates';
import { ways } from './ways';

/** One n8n of several that work on the same database. */
interface Worker {
	readonly name: string;
	life: Life;
	/** No other life in this process has the same. */
	number: number;
}

let lives = 0;

type Stored = Record<string, ICredentialDataDecryptedObject>;

/** A workflow as somebody has it for one of the stores. */
interface Started {
	readonly template: string;
	readonly store: string;
}

interface Given {
	/** By store. */
	readonly stored: ReadonlyMap<string, Stored>;
	/** Codes of the hubs that ship for them. */
	readonly hubs: readonly string[];
	readonly count: number;
	readonly chances: Chances;
}

/** Several n8n on one database of workflows and credentials; one that dies is started again. */
export function n8nOn({ stored, hubs, count, chances }: Given) {
	const credentials = new Map([...stored].map(([store, of]) => [store, credentialStore(of)]));
	const credentialsOf = (store: string) => {
		const found = credentials.get(store);
		if (found === undefined) throw new Error(`nobody has credentials for ${store}`);
		return found;
	};
	const workers = Array.from(
		{ length: count },
		(_, at): Worker => ({
			name: `worker ${at + 1}`,
			life: { isOver: false },
			number: ++lives,
		}),
	);

	const run = async (worker: Worker, started: Started, start?: Parameters<typeof tick>[2]) => {
		const { store } = started;
		const file = fileFor(started, hubs);
		const { life } = worker;
		await gates.start(`${worker.name}: ${file.name}`, life, async () => {
			const { handedOver } = await tick(
				own(file, store, worker),
				credentialsOf(store),
				start,
				(node) => gates.pass(`before ${node}`, ways.toNode(chances.ways)),
			);
			const goOn = file.nodes.find(({ type }) => type.endsWith('.executeWorkflowTrigger'));
			if (handedOver.length === 0 || goOn === undefined) return;
			const items = [...handedOver];
			gates.at(clock.now(), () => life.isOver || run(worker, started, { node: goOn.name, items }));
		});
	};

	const alive = () => workers.filter(({ life }) => !life.isOver);

	return {
		credentialsOf,
		/** Starts the template at its schedule, on any of those that live; on none when all are dead. */
		async start(started: Started): Promise<void> {
			const [one] = alive();
			if (one) await run(chances.people.of(alive()), started);
		},
		/** Somebody starts it again after a while. */
		restart(life: Life): void {
			const worker = workers.find((one) => one.life === life);
			if (worker === undefined) return;
			gates.at(clock.now() + chances.people.between(1, 40) * 1000, () => {
				worker.life = { isOver: false };
				worker.number = ++lives;
			});
		},
		/** Runs work as an execution of one of those that live. */
		async act(what: string, work: () => Promise<unknown>): Promise<void> {
			const [one] = alive();
			if (one) await gates.start(what, chances.people.of(alive()).life, work);
		},
	};
}

export type N8n = ReturnType<typeof n8nOn>;

const files = new Map<string, IWorkflowBase>();

/** Once more for every store, with nothing changed but the store and, where they are named, its hubs. */
function fileFor({ template, store }: Started, hubs: readonly string[]): IWorkflowBase {
	const id = `${template} of ${store}`;
	const file = files.get(id) ?? { ...withStore(templateOf(template), store, hubs), id };
	files.set(id, file);
	return file;
}

const withStore = (file: IWorkflowBase, store: string, hubs: readonly string[]): IWorkflowBase => ({
	...file,
	nodes: file.nodes.map((node) => ({
		...node,
		parameters:
			node.name === 'Stores and Hubs'
				? { ...node.parameters, jsonOutput: JSON.stringify({ places: placesOf(store, hubs) }) }
				: namingStore(node.parameters, store),
	})),
});

const placesOf = (store: string, hubs: readonly string[]) =>
	hubs.map((hub) => ({ store, hub, provider: '' }));

/** What is an expression names the store by itself. */
function namingStore(parameters: INodeParameters, store: string): INodeParameters {
	const picked = parameters.store as INodeParameterResourceLocator | undefined;
	const isNamed = picked !== undefined && !String(picked.value).startsWith('=');
	return isNamed ? { ...parameters, store: { ...picked, value: store } } : parameters;
}

/** With credentials that have other ids for each life of a worker: what a process remembers of them dies with it. */
const own = (file: IWorkflowBase, store: string, { number }: Worker): IWorkflowBase => ({
	...file,
	nodes: file.nodes.map((node) => ({
		...node,
		credentials: Object.fromEntries(
			Object.entries(node.credentials ?? {}).map(([type, given]) => [
				type,
				{ ...given, id: `${type} of ${store} ${number}` },
			]),
		),
	})),
});
