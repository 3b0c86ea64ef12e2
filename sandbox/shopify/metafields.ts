import type { RawMetafield } from './raw';
import { type Outcome, made, notPlayed, refusal, refused, userError } from './refusal';

export type OwnerType = 'ORDER' | 'CUSTOMER';

export interface Definition {
	readonly id: string;
	readonly ownerType: OwnerType;
	readonly namespace: string;
	readonly key: string;
	readonly name: string;
	readonly type: string;
	readonly description: string | null;
}

export interface DefinitionInput {
	readonly ownerType: string;
	readonly namespace?: string | null;
	readonly key: string;
	readonly name: string;
	readonly type: string;
	readonly description?: string | null;
}

/** A metafield as a mutation gives it. */
export interface MetafieldInput {
	readonly namespace?: string | null;
	readonly key?: string | null;
	readonly type?: string | null;
	readonly value?: string | null;
}

/** Those that the product needs; every other type is stored as the text that it comes as. */
const types = [
	'id',
	'single_line_text_field',
	'multi_line_text_field',
	'number_integer',
	'json',
	'date_time',
];

/** Where an app that names no namespace has its metafields. */
export const appNamespace = 'app--90001';

const isName = (text: string, shortest: number, longest: number) =>
	text.length >= shortest && text.length <= longest && /^[\w-]+$/.test(text);

const isOwner = (text: string): text is OwnerType => text === 'ORDER' || text === 'CUSTOMER';

/** Who has a value of a unique definition: its global id, or null. */
export type HolderOf = (owner: OwnerType, field: RawMetafield) => string | null;

export const metafields = (context: { now(): number; newId(): string; holderOf: HolderOf }) => {
	const definitions: Definition[] = [];

	const definition = (ownerType: OwnerType, namespace: string, key: string) =>
		definitions.find(
			(one) => one.ownerType === ownerType && one.namespace === namespace && one.key === key,
		) ?? null;

	const faultOf = (
		owner: OwnerType,
		ownerId: string | null,
		{ field, path }: { field: RawMetafield; path: readonly (string | number)[] },
	) => {
		const known = definition(owner, field.namespace, field.key);
		const at = (name: string) => [...path, name];
		if (!isName(field.namespace, 3, 255))
			return userError(at('namespace'), 'is invalid', 'INVALID');
		if (!isName(field.key, 2, 64)) return userError(at('key'), 'is invalid', 'INVALID');
		if (field.value === '') return userError(at('value'), "can't be blank", 'BLANK');
		// That an `id` needs a definition, as others report of look-ups, is a guess (reference/shopify.md 9).
		if (field.type === 'id' && known?.type !== 'id') {
			return userError(at('type'), 'type id needs a definition', 'INVALID');
		}
		if (known && known.type !== field.type) {
			return userError(at('type'), `must be ${known.type}, as its definition`, 'INVALID_TYPE');
		}
		const holder = known?.type === 'id' ? context.holderOf(owner, field) : null;
		return holder && holder !== ownerId
			? userError(at('value'), 'is already taken', 'TAKEN')
			: null;
	};

	return {
		definitions: (): readonly Definition[] => definitions,
		define(input: DefinitionInput): Outcome<Definition> {
			const { ownerType, key, name, type, namespace } = input;
			if (!isOwner(ownerType)) throw notPlayed(`metafields of ${ownerType}`);
			const space = namespace ?? appNamespace;
			const at = (field: string) => ['definition', field];
			if (!isName(space, 3, 255))
				return refused(userError(at('namespace'), 'is invalid', 'INVALID'));
			if (!isName(key, 2, 64)) return refused(userError(at('key'), 'is invalid', 'INVALID'));
			if (!types.includes(type)) return refused(userError(at('type'), 'is not known', 'INCLUSION'));
			if (definition(ownerType, space, key)) {
				return refused(userError(at('key'), 'is in use already', 'TAKEN'));
			}
			const description = input.description ?? null;
			const id = context.newId();
			const fresh = { id, ownerType, namespace: space, key, name, type, description };
			definitions.push(fresh);
			return made(fresh);
		},
		/** Fails as others have seen it when there is no definition of type `id`. */
		uniqueKey(owner: OwnerType, asked: { namespace?: string | null; key: string }) {
			const namespace = asked.namespace ?? appNamespace;
			const known = definition(owner, namespace, asked.key);
			if (known?.type === 'id') return { namespace, key: asked.key };
			throw refusal(
				"Metafield definition of type 'id' is required when using custom ids.",
				'NOT_FOUND',
			);
		},
		/** The metafields of an owner with these among them; `ownerId` is null for one that is about to be made. */
		merged(
			owner: { readonly type: OwnerType; readonly id: string | null },
			before: readonly RawMetafield[],
			given: { readonly inputs: readonly MetafieldInput[]; path: readonly string[] },
		): Outcome<readonly RawMetafield[]> {
			const at = context.now();
			const fields = given.inputs.map((input): RawMetafield => {
				const [namespace, key] = [input.namespace ?? appNamespace, input.key ?? ''];
				const known = before.find((one) => one.namespace === namespace && one.key === key);
				const type =
					input.type ?? definition(owner.type, namespace, key)?.type ?? known?.type ?? '';
				const id = known?.id ?? context.newId();
				const times = { createdAt: known?.createdAt ?? at, updatedAt: at };
				return { id, namespace, key, type, value: input.value ?? '', ...times };
			});
			const errors = fields.flatMap(
				(field, row) => faultOf(owner.type, owner.id, { field, path: [...given.path, row] }) ?? [],
			);
			if (errors.length > 0) return refused(...errors);
			const isReplaced = ({ id }: RawMetafield) => fields.some((one) => one.id === id);
			return made([...before.filter((one) => !isReplaced(one)), ...fields]);
		},
	};
};

export type Metafields = ReturnType<typeof metafields>;
