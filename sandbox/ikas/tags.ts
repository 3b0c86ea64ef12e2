import { random, seedOf, uuid } from '../random';
import { type Filter, isMatch } from './filters';

/** The same name is the same tag, so that its id can be told from its name. */
export const tagIdOf = (name: string) => uuid(random(seedOf(`tag ${name}`)));

export interface TagArguments {
	readonly id?: Filter | null;
	readonly name?: Filter | null;
}

export const listTags = (names: readonly string[], { id, name }: TagArguments) =>
	[...new Set(names)]
		.map((tag) => ({ id: tagIdOf(tag), name: tag, deleted: false }))
		.filter((tag) => isMatch(tag.id, id) && isMatch(tag.name, name));
