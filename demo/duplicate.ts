import { randomUUID } from 'node:crypto';

/** Another store of a kind that the templates are for. */
export interface Duplicate {
	/** The code of the store. */
	readonly store: string;
	/** What its workflows and its credential are called. */
	readonly name: string;
}

interface Duplicated {
	readonly id: string;
	readonly name: string;
	readonly nodes: readonly {
		readonly parameters: { readonly store?: { readonly value: string } };
		readonly credentials?: Readonly<Record<string, { readonly name: string }>>;
		readonly webhookId?: string;
	}[];
}

const ofEveryStore = 'orderHubLedgerApi';

/** A template once more, as its notes say: with another store and another credential, and no form at the address of the first. */
export function duplicate(text: string, { store, name }: Duplicate): string {
	const file: Duplicated = JSON.parse(text);
	const nodes = file.nodes.map(({ parameters, credentials, webhookId, ...node }) => ({
		...node,
		parameters: isFixed(parameters.store)
			? { ...parameters, store: { ...parameters.store, value: store } }
			: parameters,
		...(credentials && {
			credentials: Object.fromEntries(
				Object.entries(credentials).map(([type, of]) => [
					type,
					type === ofEveryStore ? of : { ...of, name },
				]),
			),
		}),
		...(webhookId !== undefined && { webhookId: randomUUID() }),
	}));
	const of = file.name.slice(file.name.indexOf(':'));
	return JSON.stringify({ ...file, id: `${file.id}-${store}`, name: `${name}${of}`, nodes });
}

/** Named, and not taken from an item. */
const isFixed = (store?: { readonly value: string }) => store && !store.value.startsWith('=');
