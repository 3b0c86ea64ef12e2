import type { ICredentialDataDecryptedObject, IWorkflowBase } from 'n8n-workflow';
import { credentialStore } from '../../test/support/credentialStore';
import { templateOf, tick } from '../../test/support/templates';
import type { Chance } from './chances';
import { clock } from './clock';
import { gates, type Life } from './gates';

/** One n8n of several that work on the same database. */
interface Worker {
	readonly name: string;
	life: Life;
	/** No other life in this process has the same. */
	number: number;
}

let lives = 0;

type Stored = Record<string, ICredentialDataDecryptedObject>;

/** Several n8n on one database of workflows and credentials; one that dies is started again. */
export function n8nOn(stored: Stored, count: number, chance: Chance) {
	const credentials = credentialStore(stored);
	const workers = Array.from(
		{ length: count },
		(_, at): Worker => ({
			name: `worker ${at + 1}`,
			life: { isOver: false },
			number: ++lives,
		}),
	);

	const run = async (worker: Worker, file: IWorkflowBase, start?: Parameters<typeof tick>[2]) => {
		const { life } = worker;
		await gates.start(`${worker.name}: ${file.name}`, life, async () => {
			const { handedOver } = await tick(own(file, worker), credentials, start);
			const goOn = file.nodes.find(({ type }) => type.endsWith('.executeWorkflowTrigger'));
			if (handedOver.length === 0 || goOn === undefined) return;
			const items = [...handedOver];
			gates.at(clock.now(), () => life.isOver || run(worker, file, { node: goOn.name, items }));
		});
	};

	const alive = () => workers.filter(({ life }) => !life.isOver);

	return {
		credentials,
		/** Starts the template at its schedule, on any of those that live; on none when all are dead. */
		async start(name: string): Promise<void> {
			const [one] = alive();
			if (one) await run(chance.of(alive()), fileNamed(name), undefined);
		},
		/** Somebody starts it again after a while. */
		restart(life: Life): void {
			const worker = workers.find((one) => one.life === life);
			if (worker === undefined) return;
			gates.at(clock.now() + chance.between(1, 40) * 1000, () => {
				worker.life = { isOver: false };
				worker.number = ++lives;
			});
		},
		/** Runs work as an execution of one of those that live. */
		async act(what: string, work: () => Promise<unknown>): Promise<void> {
			const [one] = alive();
			if (one) await gates.start(what, chance.of(alive()).life, work);
		},
	};
}

export type N8n = ReturnType<typeof n8nOn>;

const files = new Map<string, IWorkflowBase>();

function fileNamed(name: string): IWorkflowBase {
	const file = files.get(name) ?? { ...templateOf(name), id: name };
	files.set(name, file);
	return file;
}

/** With credentials that have other ids for each life of a worker: what a process remembers of them dies with it. */
const own = (file: IWorkflowBase, { number }: Worker): IWorkflowBase => ({
	...file,
	nodes: file.nodes.map((node) => ({
		...node,
		credentials: Object.fromEntries(
			Object.entries(node.credentials ?? {}).map(([type, given]) => [
				type,
				{ ...given, id: `${type} ${number}` },
			]),
		),
	})),
});
