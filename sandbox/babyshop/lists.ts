import { type Reply, success } from './answers';
import type { World } from './world';

const emptyLists = { null: null, array: [], object: {}, absent: undefined } as const;

/** What stands for an empty list changes from call to call (reference/babyshop-vinculum.md 3). */
const emptyOf = (world: World): unknown => {
	const { emptyLists: ways } = world.settings;
	const way = ways[world.emptied % ways.length] ?? 'null';
	world.emptied += 1;
	return emptyLists[way];
};

export const listReply = (
	world: World,
	name: string,
	rows: readonly unknown[],
	effect: string | null = null,
): Reply => ({
	...success({ [name]: rows.length > 0 ? rows : emptyOf(world) }, effect),
	records: rows.length,
});
